import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../core/value";
import { protectionNotBypassed as rule } from "../../../policies/rules/repository/protection-not-bypassed";
import {
  about,
  classic,
  repository,
  reviewBlock,
  ruleset,
  rulesetRules,
} from "../support/repository";
import { judge } from "../support/stack";

// Requirement: REPO-01, COMP-03
describe(`${rule.id}: ${rule.title}`, () => {
  const everything =
    "pull requests, dismissal of stale reviews, review by code owners, approval of the last push, resolved conversations, branches up to date, no force pushes, no deletion, linear history, signed commits, approving reviews, required checks";
  const reviews =
    "pull requests, dismissal of stale reviews, review by code owners, approval of the last push, approving reviews";
  const passing = (pullRequestBypassers: unknown) =>
    classic({
      requiredPullRequestReviews: [
        reviewBlock({ pullRequestBypassers: pullRequestBypassers as string[] }),
      ],
    });
  const actors = [{ actorType: "RepositoryRole", actorId: 5, bypassMode: "always" }];
  const bypassed = ruleset({ bypassActors: actors });

  it("holds where rules bind everybody", () => {
    expect(about(rule, classic())).toEqual([`pass rule: ${rule.title}`]);
    expect(about(rule, ruleset({ bypassActors: [] }))).toEqual([`pass set: ${rule.title}`]);
  });

  it.each([false, null])("reports administrators who are not bound (%s)", (enforceAdmins) => {
    expect(about(rule, classic({ enforceAdmins }))).toEqual([
      `fail rule: enforceAdmins: administrators may pass by ${everything}`,
    ]);
  });

  it("reports where to look, in full", () => {
    const sources = [repository(), classic({ forcePushBypassers: ["/release-bot"] })];
    expect(judge(rule, sources)).toEqual([
      {
        rule: "protection-not-bypassed",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::github:index/branchProtection:BranchProtection::rule",
        level: "mandatory",
        severity: "critical",
        message: "forcePushBypassers: whoever may push by force may pass by no force pushes",
        property: "forcePushBypassers",
        found: ["no force pushes"],
        wanted: "rules for everybody",
      },
    ]);
    expect(judge(rule, [repository(), classic({ enforceAdmins: false })])[0]?.input).toBe(
      "protection.enforceAdmins",
    );
  });

  it("reports those who may pass by reviews, and by a ruleset", () => {
    expect(about(rule, passing(["/bot"]))).toEqual([
      `fail rule: requiredPullRequestReviews[0].pullRequestBypassers: whoever may pass by reviews may pass by ${reviews}`,
    ]);
    expect(about(rule, bypassed)).toEqual([
      `fail set: bypassActors: its bypass actors may pass by ${everything}`,
    ]);
  });

  it("says of each what they may pass by", () => {
    const pullRequestBypassers = ["/bot"];
    const both = classic({
      forcePushBypassers: ["/bot"],
      requiredPullRequestReviews: [reviewBlock({ pullRequestBypassers })],
    });
    expect(about(rule, both)).toEqual([
      "fail rule: forcePushBypassers: whoever may push by force may pass by no force pushes",
      `fail rule: requiredPullRequestReviews[0].pullRequestBypassers: whoever may pass by reviews may pass by ${reviews}`,
    ]);
  });

  it("is content where another rule asks the same of everybody", () => {
    expect(about(rule, classic(), bypassed)).toEqual([`pass rule: ${rule.title}`]);
    expect(about(rule, classic({ enforceAdmins: false }), ruleset())).toEqual([
      `pass rule: ${rule.title}`,
    ]);
    const three = rulesetRules({ pullRequest: { requiredApprovingReviewCount: 3 } });
    expect(about(rule, classic(), ruleset({ bypassActors: actors, rules: three }))).toEqual([
      "fail set: bypassActors: its bypass actors may pass by approving reviews",
    ]);
    const more = rulesetRules({ requiredStatusChecks: { requiredChecks: [{ context: "docs" }] } });
    expect(about(rule, classic(), ruleset({ bypassActors: actors, rules: more }))).toEqual([
      "fail set: bypassActors: its bypass actors may pass by required checks",
    ]);
  });

  it.each([
    ["administrators", classic({ enforceAdmins: UNKNOWN })],
    ["bypassers of reviews", passing(UNKNOWN)],
    ["those who push by force", classic({ forcePushBypassers: UNKNOWN })],
    ["actors of a ruleset", ruleset({ bypassActors: UNKNOWN })],
  ])("cannot tell when %s are unknown", (_, source) => {
    expect(about(rule, source)).toEqual([
      `unknown ${source.name}: not known before the update, wanted rules for everybody; give it a plain value, not the output of another resource`,
    ]);
  });

  it("leaves a branch without a rule to others", () => {
    expect(about(rule)[0]).toMatch(/^not-applicable app/);
  });
});
