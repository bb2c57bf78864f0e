import { describe, expect, it } from "vitest";
import type { PropertyMap } from "../../../core/value";
import { hstsMaxAge } from "../../../policies/rules/headers/hsts-max-age";
import { hstsPresent } from "../../../policies/rules/headers/hsts-present";
import { referrerPolicy } from "../../../policies/rules/headers/referrer-policy";
import { ruleOptionsKnown as rule } from "../../../policies/rules/stack/rule-options-known";
import { brief, judge, profile } from "../support/stack";

const beside = [hstsMaxAge, hstsPresent, referrerPolicy];
const withRules = (rules: PropertyMap) => judge(rule, [profile({ rules })], { beside });

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for options that exist and can be read", () => {
    expect(brief(withRules({ "hsts-max-age": { minSeconds: 99_999_999 } }))).toEqual([
      `pass profile: ${rule.title}`,
    ]);
  });

  it("reports a rule that there is not, in full", () => {
    expect(withRules({ "hsts-maxage": { minSeconds: 1 } })).toEqual([
      {
        rule: "rule-options-known",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::groundwork:stack:StackProfile::profile",
        level: "mandatory",
        severity: "medium",
        message: "rules.hsts-maxage: found no rule of that name, wanted a rule's id",
        property: "rules.hsts-maxage",
        input: "rules.hsts-maxage",
        found: "no rule of that name",
        wanted: "a rule's id",
      },
    ]);
  });

  it("reports an option that the rule does not have", () => {
    expect(
      brief(withRules({ "hsts-max-age": { seconds: 1 }, "hsts-present": { strict: true } })),
    ).toEqual([
      "fail profile: rules.hsts-max-age.seconds: found an option that the rule does not have, wanted minSeconds",
      "fail profile: rules.hsts-present.strict: found an option that the rule does not have, wanted no options",
    ]);
  });

  it.each([{ minSeconds: "a year" }, { minSeconds: -1 }, { minSeconds: 1.5 }])(
    "reports a value that the option cannot take: %j",
    (options) => {
      expect(brief(withRules({ "hsts-max-age": options }))).toEqual([
        "fail profile: rules.hsts-max-age.minSeconds: found a value that the option cannot take, wanted at least 31536000",
      ]);
    },
  );

  it("reports a policy that there is not in a list", () => {
    expect(withRules({ "referrer-policy": { allowed: ["none"] } })[0]?.state).toBe("fail");
    expect(withRules({ "referrer-policy": { allowed: [] } })[0]?.state).toBe("fail");
  });
});
