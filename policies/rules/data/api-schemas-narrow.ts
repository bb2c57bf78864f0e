import { z } from "zod";
import type { Value } from "../../../core/value";
import { supabaseDocs } from "../../lib/data/references";
import { judgeSettings } from "../../lib/data/supabase-settings";
import { iso } from "../../lib/references";
import { defineRule } from "../../rule";

/** Schemas of Postgres and of Supabase's own services: accounts, files, keys and jobs, without row policies of ours. */
const internal =
  /^(auth|cron|extensions|information_schema|net|pgmq|pgsodium\w*|pg_\w+|realtime|storage|supabase_\w+|vault)$/;

export const apiSchemasNarrow = defineRule({
  id: "api-schemas-narrow",
  title: "The Data API shows no schema of Postgres or of Supabase's own services",
  why: "Whoever has the public key could ask for the tables of accounts, secrets or jobs, and one missing grant answers.",
  fix: "List only schemas of the app in api.db_schema, or none at all.",
  severity: "high",
  topics: ["data", "api"],
  references: [iso("A.8.3"), supabaseDocs("Using custom schemas", "api/using-custom-schemas")],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) =>
    judgeSettings(stack, "api", [
      { key: "db_schema", wanted: "schemas of the app alone", holds: isNarrow },
    ]),
});

/** Empty text turns the Data API off; what is left out is not managed. */
function isNarrow(value: Value): boolean {
  if (typeof value !== "string") return false;
  return !value.split(",").some((schema) => internal.test(schema.trim().toLowerCase()));
}
