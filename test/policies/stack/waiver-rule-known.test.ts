import { describe, expect, it } from "vitest";
import { waiverRuleKnown as rule } from "../../../policies/rules/stack/waiver-rule-known";
import { brief } from "../support/stack";
import { goodWaiver, judgeWaivers } from "../support/waivers";

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for a rule that exists", () => {
    expect(brief(judgeWaivers(rule, [goodWaiver]))).toEqual([`pass profile: ${rule.title}`]);
  });

  it("reports a rule that there is not, in full", () => {
    expect(judgeWaivers(rule, [{ ...goodWaiver, rule: "hsts" }])).toEqual([
      {
        rule: "waiver-rule-known",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::groundwork:stack:StackProfile::profile",
        level: "mandatory",
        severity: "medium",
        message: "waiver 1 (hsts on web-headers) covers nothing: there is no rule of that id",
        property: "waivers[0]",
        input: "waivers[0]",
        found: "hsts",
      },
    ]);
  });

  it("leaves a rule that nothing waives to waiver-rule-waivable", () => {
    expect(judgeWaivers(rule, [{ ...goodWaiver, rule: "waiver-rule-known" }])[0]?.state).toBe(
      "pass",
    );
  });

  it("has nothing to judge without waivers", () => {
    expect(judgeWaivers(rule, [])[0]?.state).toBe("not-applicable");
  });
});
