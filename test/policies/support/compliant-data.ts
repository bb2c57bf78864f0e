import { authDefaultsOf } from "../../../catalogue/supabase-auth-defaults";
import type { DeclaredResource } from "../../../core/resource";
import { providerTypes } from "../../../policies/lib/provider-types";
import { ofProject } from "./data";
import { supabaseProject } from "./stack";

const keys = {
  auth: authDefaultsOf("pro"),
  api: { db_schema: "public", max_rows: 1000 },
  database: { max_connections: 200 },
};
const settings = Object.entries(keys).map(([key, block]) => [key, JSON.stringify(block)]);

/** A database that every rule about data is content with on tier prod. */
export const compliantData: readonly DeclaredResource[] = [
  { ...supabaseProject, protect: true },
  ofProject(providerTypes.supabaseSettings, "db-settings", {
    sslEnforcement: true,
    ...(Object.fromEntries(settings) as Record<string, string>),
  }),
  ofProject(providerTypes.supabasePitr, "db-pitr", { days: 7 }),
  ofProject(providerTypes.supabaseReadReplica, "db-replica", { region: "ca-central-1" }),
  ofProject(providerTypes.supabasePooler, "db-pooler", { defaultPoolSize: 100 }),
];
