import { z } from "zod";
import { eachDemand } from "../../lib/repository/judge-repository";
import { cisGithub, protectedBranches } from "../../lib/repository/references";
import { defineRule } from "../../rule";

// Requirement: REPO-20
export const branchesUpToDate = defineRule({
  id: "branches-up-to-date",
  title: "A branch is up to date with the default branch before it is merged",
  why: "Two changes that each passed their checks can break the default branch together.",
  fix: "Set strict beside the required checks, or strictRequiredStatusChecksPolicy in a ruleset.",
  severity: "medium",
  topics: ["repository", "branch"],
  references: [cisGithub("1.1.10"), protectedBranches],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: eachDemand("upToDate"),
});
