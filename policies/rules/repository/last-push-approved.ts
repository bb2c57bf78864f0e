import { z } from "zod";
import { eachDemand } from "../../lib/repository/judge-repository";
import { protectedBranches, scorecardCheck } from "../../lib/repository/references";
import { defineRule } from "../../rule";

// Requirement: REPO-02
export const lastPushApproved = defineRule({
  id: "last-push-approved",
  title: "Somebody other than the last to push must approve",
  why: "Whoever may push to the branch of another can otherwise approve what they have just pushed themselves.",
  fix: "Set requireLastPushApproval.",
  severity: "medium",
  topics: ["repository", "review"],
  references: [scorecardCheck("Branch-Protection"), protectedBranches],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: eachDemand("lastPushApproved"),
});
