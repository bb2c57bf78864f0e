import { describe, expect, it } from "vitest";
import { tierHonest as rule } from "../../../policies/rules/stack/tier-honest";
import { brief, judge, profile } from "../support/stack";

const inStack = (stack: string, tier: string) => judge(rule, [profile({ tier })], { stack });

describe(`${rule.id}: ${rule.title}`, () => {
  it.each([
    ["prod", "prod"],
    ["production", "prod"],
    ["live", "prod"],
    ["staging", "staging"],
    ["stage", "staging"],
    ["dev", "dev"],
    ["development", "dev"],
  ])("holds for a stack %s of tier %s", (stack, tier) => {
    expect(inStack(stack, tier)[0]?.state).toBe("pass");
  });

  it("reports a stack prod that calls itself dev, in full", () => {
    expect(inStack("prod", "dev")).toEqual([
      {
        rule: "tier-honest",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::groundwork:stack:StackProfile::profile",
        level: "mandatory",
        severity: "critical",
        message:
          "tier: found dev, wanted prod in a stack named prod; the stricter of the two holds",
        property: "tier",
        input: "tier",
        found: "dev",
        wanted: "prod",
      },
    ]);
  });

  it("reports a stack dev that calls itself prod as well", () => {
    expect(inStack("dev", "prod")[0]?.state).toBe("fail");
  });

  it("leaves a stack alone whose name says no tier", () => {
    expect(brief(inStack("customer-a", "staging"))).toEqual([
      "not-applicable profile: the name customer-a says no tier",
    ]);
  });

  it("leaves a profile that cannot be read to stack-profile-readable", () => {
    expect(inStack("prod", "qa")[0]?.state).toBe("not-applicable");
  });
});
