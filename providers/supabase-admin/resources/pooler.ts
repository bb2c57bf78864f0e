import { type Value } from "../../../core/value";
import { projectSetting } from "./project-setting";

/** One row of `GET /config/database/pooler`: the primary database's, or a read replica's. */
export interface PoolerRow extends Readonly<Record<string, Value>> {
  database_type: string;
  identifier: string;
}

export const pooler = projectSetting({
  type: "supabase-admin:index/pooler:Pooler",
  description: "Connection pooler of the project's primary database.",
  path: "/config/database/pooler",
  fields: {
    defaultPoolSize: {
      type: "integer",
      description:
        "Connections to the database for each user and database pair, 0 to 3000. Left out: by the compute size.",
      minimum: 0,
      maximum: 3000,
    },
    poolMode: {
      type: "string",
      description: "When a connection goes back to the pool: after the transaction or the session.",
      oneOf: ["transaction", "session"],
    },
  },
  apiNames: { defaultPoolSize: "default_pool_size", poolMode: "pool_mode" },
  nullable: ["defaultPoolSize"],
  outputs: {
    maxClientConn: {
      type: "integer",
      description: "Most clients that may be connected to the pooler, by the compute size.",
    },
    connectionString: {
      type: "string",
      description: "URL of the pooler, with `[YOUR-PASSWORD]` where the password goes.",
    },
  },
  outputNames: { maxClientConn: "max_client_conn", connectionString: "connection_string" },
  pick: (answer) => (answer as PoolerRow[]).find((row) => row.database_type === "PRIMARY"),
});
