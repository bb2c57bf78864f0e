import { z } from "zod";
import { supabaseDocs } from "../../lib/data/references";
import { judgeSettings } from "../../lib/data/supabase-settings";
import { asvs } from "../../lib/references";
import { defineRule } from "../../rule";

export const apiRowLimit = defineRule({
  id: "api-row-limit",
  title: "One answer of the Data API holds a limited number of rows",
  why: "Without a limit one request reads out a whole table, and takes the database's memory along.",
  fix: "Set api.max_rows to the tier's bound or less.",
  severity: "medium",
  topics: ["data", "api"],
  references: [asvs("2.4.1"), supabaseDocs("Securing your API", "api/securing-your-api")],
  appliesTo: "stack",
  options: z.strictObject({
    maxRows: z.int().min(1).describe("Most rows of one answer."),
  }),
  check: (stack, { options: { maxRows } }) =>
    judgeSettings(stack, "api", [
      {
        key: "max_rows",
        wanted: `1 to ${maxRows}`,
        // 0 is no limit.
        holds: (value) => typeof value === "number" && value > 0 && value <= maxRows,
      },
    ]),
});
