import { describe, expect, it } from "vitest";
import { UNKNOWN, type Value } from "../../../core/value";
import { approvingReviewsRequired as rule } from "../../../policies/rules/repository/approving-reviews-required";
import {
  about,
  classic,
  declaredElsewhere,
  elsewhere,
  repository,
  reviewBlock,
  ruleset,
  rulesetRules,
} from "../support/repository";
import { brief, judge, profile } from "../support/stack";

// Requirement: REPO-02, REPO-16
describe(`${rule.id}: ${rule.title}`, () => {
  const path = "requiredPullRequestReviews[0].requiredApprovingReviewCount";
  const asking = (requiredApprovingReviewCount: Value) =>
    classic({ requiredPullRequestReviews: [reviewBlock({ requiredApprovingReviewCount })] });
  const twoByRuleset = ruleset();

  it("holds for two approvals or more, by whichever rule", () => {
    for (const sources of [[asking(2)], [asking(6)], [asking(1), twoByRuleset]]) {
      expect(about(rule, ...sources)).toEqual([`pass rule: ${rule.title}`]);
    }
  });

  it("reports fewer, in full", () => {
    expect(judge(rule, [repository(), asking(1)])).toEqual([
      {
        rule: "approving-reviews-required",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::github:index/branchProtection:BranchProtection::rule",
        level: "mandatory",
        severity: "critical",
        message: `${path}: found 1, wanted 2 or more`,
        property: path,
        input: "protection.requiredApprovingReviewCount",
        found: 1,
        wanted: "2 or more",
      },
    ]);
  });

  it("takes reviews without a number for one, and none for none", () => {
    expect(about(rule, asking(null))).toEqual([`fail rule: ${path}: found 1, wanted 2 or more`]);
    const none = classic({ requiredPullRequestReviews: [] });
    expect(about(rule, none)).toEqual([`fail rule: ${path}: found 0, wanted 2 or more`]);
    const unnumbered = ruleset({ rules: rulesetRules({ pullRequest: {} }) });
    expect(about(rule, unnumbered)).toEqual([
      "fail set: rules.pullRequest.requiredApprovingReviewCount: found 0, wanted 2 or more",
    ]);
  });

  it("asks for more where the stack does, and never for less", () => {
    const withMin = (min: number) => profile({ rules: { "approving-reviews-required": { min } } });
    const said = (min: number, count: number) =>
      brief(judge(rule, [withMin(min), repository(), asking(count)]))[0];
    expect(said(3, 2)).toMatch(/wanted 3 or more$/);
    expect(said(1, 1)).toMatch(/wanted 2 or more$/);
  });

  it("cannot tell when the number is unknown, unless another rule asks for enough", () => {
    expect(about(rule, asking(UNKNOWN))[0]).toMatch(
      /^unknown rule: requiredPull.*wanted 2 or more/,
    );
    expect(about(rule, asking(UNKNOWN), twoByRuleset)[0]).toMatch(/^pass/);
  });

  it("has no ground elsewhere", () => {
    expect(about(rule)[0]).toMatch(/^not-applicable app/);
    expect(elsewhere(rule)).toEqual([declaredElsewhere]);
  });
});
