import { z } from "zod";
import { eachDemand } from "../../lib/repository/judge-repository";
import { cisGithub, protectedBranches } from "../../lib/repository/references";
import { defineRule } from "../../rule";

// Requirement: REPO-16
export const conversationsResolved = defineRule({
  id: "conversations-resolved",
  title: "Every conversation of a review is resolved before merging",
  why: "A concern that a reviewer wrote down is otherwise merged together with what it was about.",
  fix: "Set requireConversationResolution, or requiredReviewThreadResolution in a ruleset.",
  severity: "low",
  topics: ["repository", "review"],
  references: [cisGithub("1.1.11"), protectedBranches],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: eachDemand("conversationsResolved"),
});
