import { z } from "zod";
import { eachDemand } from "../../lib/repository/judge-repository";
import { changeManagement, cisGithub, protectedBranches } from "../../lib/repository/references";
import { defineRule } from "../../rule";

// Requirement: REPO-02
export const staleReviewsDismissed = defineRule({
  id: "stale-reviews-dismissed",
  title: "A new commit takes approvals away",
  why: "An approval that outlives the change it was given for approves whatever is pushed after it.",
  fix: "Set dismissStaleReviews, or dismissStaleReviewsOnPush in a ruleset.",
  severity: "high",
  topics: ["repository", "review"],
  references: [cisGithub("1.1.4"), changeManagement, protectedBranches],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: eachDemand("staleReviewsDismissed"),
});
