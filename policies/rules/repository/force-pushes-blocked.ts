import { z } from "zod";
import { eachDemand } from "../../lib/repository/judge-repository";
import { cisGithub, protectedBranches, scorecardCheck } from "../../lib/repository/references";
import { defineRule } from "../../rule";

// Requirement: REPO-01
export const forcePushesBlocked = defineRule({
  id: "force-pushes-blocked",
  title: "Nobody pushes to the default branch by force",
  why: "A forced push replaces history that was reviewed, released and pointed at by rollbacks.",
  fix: "Leave allowsForcePushes false, or set nonFastForward in a ruleset.",
  severity: "critical",
  topics: ["repository", "branch"],
  references: [cisGithub("1.1.16"), scorecardCheck("Branch-Protection"), protectedBranches],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: eachDemand("noForcePushes"),
});
