import { z } from "zod";
import { supabaseDocs } from "../../lib/data/references";
import { providerTypes } from "../../lib/provider-types";
import { iso, soc2 } from "../../lib/references";
import { defineRule, fail, notApplicable, pass } from "../../rule";

// Requirement: DB-07, ENV-07
export const readReplicasDeclared = defineRule({
  id: "read-replicas-declared",
  title: "The database has the read replicas that its tier asks for",
  why: "Heavy reads then slow down what users wait for, and nothing answers reads while the primary is down.",
  fix: "List at least as many regions in readReplicas as the tier asks for; they need pitr.",
  severity: "medium",
  topics: ["data", "availability"],
  references: [
    soc2("A1.1"),
    iso("A.8.14"),
    supabaseDocs("Read replicas", "platform/read-replicas"),
  ],
  appliesTo: "stack",
  options: z.strictObject({
    min: z.int().min(0).describe("Least number of read replicas of each database."),
  }),
  check: (stack, { options: { min } }) => {
    if (min === 0) return notApplicable("the tier asks for no replica");
    return stack.ofType(providerTypes.supabaseProject).map((project) => {
      const type = providerTypes.supabaseReadReplica;
      const found = stack.dependents(project, type, "projectRef").length;
      const evidence = { urn: project.urn, input: "readReplicas", found, wanted: `${min} or more` };
      const message = `found ${found} read replicas, wanted ${min} or more`;
      return found >= min ? pass(evidence) : fail({ ...evidence, message });
    });
  },
});
