import { z } from "zod";
import { answer, eachRepository } from "../../lib/repository/judge-repository";
import { asked } from "../../lib/repository/protection-source";
import { cisGithub } from "../../lib/repository/references";
import { defineRule } from "../../rule";

// Requirement: REPO-19
export const mergedBranchesDeleted = defineRule({
  id: "merged-branches-deleted",
  title: "A branch goes once it is merged",
  why: "Branches that stay are merged twice, scanned by nobody, and hold secrets that the default branch has lost.",
  fix: "Set deleteBranchOnMerge to true.",
  severity: "low",
  topics: ["repository", "branch"],
  references: [cisGithub("1.1.8")],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: eachRepository(({ repository }) => {
    const property = "deleteBranchOnMerge";
    const holds = asked(repository, [property]);
    const evidence = { urn: repository.urn, property, input: property, wanted: true };
    return answer(holds, { ...evidence, found: holds === true });
  }),
});
