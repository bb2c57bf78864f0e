import { describe, expect, it } from "vitest";
import { UNKNOWN, type Value } from "../../../core/value";
import { forcePushesBlocked as rule } from "../../../policies/rules/repository/force-pushes-blocked";
import {
  about,
  classic,
  declaredElsewhere,
  elsewhere,
  repository,
  ruleset,
  rulesetRules,
} from "../support/repository";
import { judge } from "../support/stack";

// Requirement: REPO-01
describe(`${rule.id}: ${rule.title}`, () => {
  const asking = (value: Value) => classic({ allowsForcePushes: value });
  const good = `pass rule: ${rule.title}`;

  it("holds where a branch protection rule or a ruleset asks for it", () => {
    expect(about(rule, asking(false))).toEqual([good]);
    expect(about(rule, ruleset())).toEqual([`pass set: ${rule.title}`]);
    expect(about(rule, asking(true), ruleset())).toEqual([good]);
  });

  it("reports what does not, in full", () => {
    expect(judge(rule, [repository(), asking(true)])).toEqual([
      {
        rule: "force-pushes-blocked",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::github:index/branchProtection:BranchProtection::rule",
        level: "mandatory",
        severity: "critical",
        message: "allowsForcePushes: found true, wanted false",
        property: "allowsForcePushes",
        input: "protection",
        found: true,
        wanted: false,
      },
    ]);
    const rules = rulesetRules({ nonFastForward: false });
    expect(about(rule, ruleset({ rules }))).toEqual([
      "fail set: rules.nonFastForward: found false, wanted true",
    ]);
  });

  it("takes what is left out for what GitHub takes it for", () => {
    expect(about(rule, asking(null))[0]).toMatch(/^pass rule/);
    expect(about(rule, ruleset({ rules: {} }))[0]).toMatch(/^fail set/);
  });

  it("cannot tell what is not known yet, unless another rule asks for it", () => {
    expect(about(rule, asking(UNKNOWN))).toEqual([
      "unknown rule: allowsForcePushes: not known before the update, wanted false; give it a plain value, not the output of another resource",
    ]);
    expect(about(rule, asking(UNKNOWN), ruleset())).toEqual([good]);
  });

  it("leaves a branch without a rule, and a stack without the repository, to others", () => {
    expect(about(rule)).toEqual([
      "not-applicable app: no rule is for the default branch, which default-branch-protected reports",
    ]);
    expect(elsewhere(rule)).toEqual([declaredElsewhere]);
  });
});
