import { describe, expect, it } from "vitest";
import { noSecretOutputs } from "../../../policies/rules/secrets/no-secret-outputs";
import { waiverRuleWaivable as rule } from "../../../policies/rules/stack/waiver-rule-waivable";
import { brief, judge, profile } from "../support/stack";
import { goodWaiver, judgeWaivers } from "../support/waivers";

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for every other rule, known or not", () => {
    expect(judgeWaivers(rule, [goodWaiver])[0]?.state).toBe("pass");
    expect(judgeWaivers(rule, [{ ...goodWaiver, rule: "hsts" }])[0]?.state).toBe("pass");
  });

  it("reports a waiver of a rule about the profile, in full", () => {
    expect(judgeWaivers(rule, [{ ...goodWaiver, rule: "waiver-rule-waivable" }])).toEqual([
      {
        rule: "waiver-rule-waivable",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::groundwork:stack:StackProfile::profile",
        level: "mandatory",
        severity: "high",
        message:
          "waiver 1 (waiver-rule-waivable on web-headers) covers nothing: how a stack is judged cannot itself be waived",
        property: "waivers[0]",
        input: "waivers[0]",
        found: "waiver-rule-waivable",
      },
    ]);
  });

  it("reports a waiver of a rule of the table, with the reason", () => {
    const waivers = [{ ...goodWaiver, rule: "no-secret-outputs", target: "*" }];
    expect(brief(judge(rule, [profile({ waivers })], { beside: [noSecretOutputs] }))).toEqual([
      "fail profile: waiver 1 (no-secret-outputs on *) covers nothing: whoever may read the stack's outputs would read the secret, and no last day takes it back",
    ]);
  });

  it("has nothing to judge without waivers", () => {
    expect(judgeWaivers(rule, [])[0]?.state).toBe("not-applicable");
  });
});
