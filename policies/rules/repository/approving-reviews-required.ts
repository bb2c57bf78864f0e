import { z } from "zod";
import { demandPlace, eachProtection } from "../../lib/repository/judge-repository";
import { changeManagement, cisGithub, scorecardCheck } from "../../lib/repository/references";
import { defineRule, fail, pass, unknown } from "../../rule";

// Requirement: REPO-02, REPO-16
export const approvingReviewsRequired = defineRule({
  id: "approving-reviews-required",
  title: "Enough people must approve a change of the default branch",
  why: "One account that was taken over is enough to change production where one person alone can approve.",
  fix: "Set requiredApprovingReviewCount in the branch protection rule or the ruleset.",
  severity: "critical",
  topics: ["repository", "review"],
  references: [cisGithub("1.1.3"), changeManagement, scorecardCheck("Branch-Protection")],
  appliesTo: "stack",
  options: z.strictObject({
    min: z.int().min(1).max(6).describe("Least number of approving reviews."),
  }),
  check: eachProtection<{ min: number }>((site) => {
    const { count, open } = site.protection.demands.approvals;
    const wanted = `${site.options.min} or more`;
    const evidence = { ...demandPlace(site, "approvals"), wanted };
    if (count >= site.options.min) return pass({ ...evidence, found: count });
    return open ? unknown(evidence) : fail({ ...evidence, found: count });
  }),
});
