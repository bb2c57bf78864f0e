import { z } from "zod";
import { eachDemand } from "../../lib/repository/judge-repository";
import { cisGithub, protectedBranches, scorecardCheck } from "../../lib/repository/references";
import { defineRule } from "../../rule";

// Requirement: REPO-01
export const branchDeletionBlocked = defineRule({
  id: "branch-deletion-blocked",
  title: "The default branch cannot be deleted",
  why: "Whoever deletes the branch takes with it what production is built from, and the rules that protected it.",
  fix: "Leave allowsDeletions false, or set deletion in a ruleset.",
  severity: "critical",
  topics: ["repository", "branch"],
  references: [cisGithub("1.1.17"), scorecardCheck("Branch-Protection"), protectedBranches],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: eachDemand("noDeletion"),
});
