import { z } from "zod";
import { eachDemand } from "../../lib/repository/judge-repository";
import { cisGithub, codeOwners } from "../../lib/repository/references";
import { defineRule } from "../../rule";

// Requirement: REPO-02, REPO-16
export const codeOwnerReviewsRequired = defineRule({
  id: "code-owner-reviews-required",
  title: "An owner of the changed files must approve",
  why: "Two people who know nothing of the code can otherwise approve a change of what protects everybody else.",
  fix: "Set requireCodeOwnerReviews, or requireCodeOwnerReview in a ruleset.",
  severity: "high",
  topics: ["repository", "review"],
  references: [cisGithub("1.1.7"), codeOwners],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: eachDemand("codeOwnerReview"),
});
