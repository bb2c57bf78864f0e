import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { scorecardBranchProtection as rule } from "../../../policies/rules/repository/scorecard-branch-protection";
import {
  about,
  classic,
  codeOwnersFile,
  declaredElsewhere,
  elsewhere,
  repository,
  reviewBlock,
  ruleset,
} from "../support/repository";
import { brief, judge, profile } from "../support/stack";

// Requirement: REPO-01, REPO-02
describe(`${rule.id}: ${rule.title}`, () => {
  const owners = codeOwnersFile();
  const reviews = (changes: PropertyMap) =>
    classic({ requiredPullRequestReviews: [reviewBlock(changes)] });
  const ask = (tier: string, source: ReturnType<typeof classic>) =>
    brief(judge(rule, [profile({ tier }), repository(), owners, source], { stack: tier }))[0];

  it("says the tier and the points that are reached", () => {
    const best = "tier 5 of 5 reached, 10 of 10 points";
    expect(about(rule, owners, classic())).toEqual([`pass rule: ${best}`]);
    expect(about(rule, owners, ruleset())).toEqual([`pass set: ${best}`]);
  });

  it.each([
    [
      classic({ allowsForcePushes: true }),
      "tier 0 of 5 reached, 1 of 10 points; tier 1 lacks force pushes blocked",
    ],
    [
      classic({ requiredPullRequestReviews: [] }),
      "tier 1 of 5 reached, 3 of 10 points; tier 2 lacks 1 approving review, pull requests for every change, approval of the last push",
    ],
    [
      classic({ requiredStatusChecks: [{ strict: true }] }),
      "tier 2 of 5 reached, 6 of 10 points; tier 3 lacks 1 required check",
    ],
    [
      reviews({ requiredApprovingReviewCount: 1 }),
      "tier 3 of 5 reached, 8 of 10 points; tier 4 lacks 2 approving reviews",
    ],
    [
      classic({ enforceAdmins: false }),
      "tier 4 of 5 reached, 9 of 10 points; tier 5 lacks rules that bind administrators",
    ],
  ])("says what the next tier lacks (%#)", (source, message) => {
    expect(about(rule, owners, source)).toEqual([`fail rule: ${message}; wanted tier 5`]);
  });

  it("scores a branch without a rule", () => {
    expect(about(rule, owners)).toEqual([
      "fail app: tier 0 of 5 reached, 0 of 10 points; tier 1 lacks force pushes blocked, deletion blocked; wanted tier 5",
    ]);
  });

  it("counts no code owner without a CODEOWNERS file", () => {
    expect(about(rule, classic())).toEqual([
      "fail rule: tier 3 of 5 reached, 8 of 10 points; tier 4 lacks review by the owners in a CODEOWNERS file; wanted tier 5",
    ]);
  });

  it("asks each tier of stacks for another one", () => {
    const three = reviews({ requiredApprovingReviewCount: 1 });
    const four = reviews({ dismissStaleReviews: false });
    expect(ask("dev", three)).toBe(
      "pass rule: tier 3 of 5 reached, 8 of 10 points; tier 4 lacks 2 approving reviews",
    );
    expect(ask("staging", three)).toMatch(/; wanted tier 4$/);
    expect(ask("staging", four)).toMatch(/^pass/);
    expect(ask("prod", four)).toMatch(/; wanted tier 5$/);
  });

  it("cannot tell when an unknown value decides", () => {
    const unclear = reviews({ dismissStaleReviews: UNKNOWN });
    expect(ask("prod", unclear)).toMatch(/^unknown rule/);
    expect(ask("staging", unclear)).toMatch(/^pass/);
    expect(
      ask("prod", reviews({ dismissStaleReviews: UNKNOWN, requireLastPushApproval: false })),
    ).toMatch(/^fail/);
    expect(ask("prod", classic({ enforceAdmins: UNKNOWN }))).toMatch(/^unknown/);
    expect(about(rule, classic(), codeOwnersFile("* @acme/core", UNKNOWN))[0]).toMatch(/^unknown/);
  });

  it("is asked of the stack alone that declares the repository", () => {
    expect(elsewhere(rule)).toEqual([declaredElsewhere]);
  });
});
