import { z } from "zod";
import { readProperty } from "../../../core/value";
import { rightSize } from "../../lib/budget/references";
import { providerTypes } from "../../lib/provider-types";
import { textOf } from "../../lib/text";
import { defineRule, fail, pass, unknown } from "../../rule";

// Requirement: COST-04
export const databaseSizeLimited = defineRule({
  id: "database-size-limited",
  title: "The database runs on a compute size that its tier may cost",
  why: "Each step of size doubles what the database costs by the hour, used or not, and nothing makes it small again by itself.",
  fix: "Choose a smaller database.instanceSize, or waive this until the load is measured.",
  severity: "medium",
  topics: ["budget", "database"],
  references: [
    rightSize,
    {
      standard: "Supabase",
      clause: "Compute and Disk",
      url: "https://supabase.com/docs/guides/platform/compute-and-disk",
    },
  ],
  appliesTo: [providerTypes.supabaseProject],
  options: z.strictObject({
    allowed: z.array(z.string()).min(1).describe("Compute sizes that the database may have."),
  }),
  check: ({ inputs }, { options: { allowed } }) => {
    const evidence = { property: "instanceSize", input: "instanceSize", wanted: allowed };
    const size = readProperty(inputs, ["instanceSize"]);
    if (size.state === "unknown") return unknown(evidence);
    // Who names none gets the smallest of the plan.
    if (size.state === "absent") return pass(evidence);
    const found = textOf(size) ?? null;
    const holds = found !== null && allowed.includes(found);
    return holds ? pass({ ...evidence, found }) : fail({ ...evidence, found });
  },
});
