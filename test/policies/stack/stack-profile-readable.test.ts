import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { stackProfileReadable as rule } from "../../../policies/rules/stack/stack-profile-readable";
import { brief, judge, places, profile } from "../support/stack";

const withInputs = (changes: PropertyMap) => judge(rule, [profile(changes)]);

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for a complete profile", () => {
    expect(brief(withInputs({}))).toEqual([`pass profile: ${rule.title}`]);
  });

  it("reports a tier that there is not, in full", () => {
    expect(withInputs({ tier: "qa" })).toEqual([
      {
        rule: "stack-profile-readable",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::groundwork:stack:StackProfile::profile",
        level: "mandatory",
        severity: "critical",
        message:
          'tier: Invalid option: expected one of "dev"|"staging"|"prod"; until it can be read everything is judged as prod',
        property: "tier",
        input: "tier",
      },
    ]);
  });

  it.each([
    ["tier", { tier: UNKNOWN }],
    ["owner", { owner: " " }],
    ["onUnknown", { onUnknown: "ignore" }],
    ["budget", { budget: null }],
    ["budget.awsUsd", { budget: { monthlyUsd: 1, awsUsd: UNKNOWN, owner: "a" } }],
    ["waivers", { waivers: UNKNOWN }],
    ["rules", { rules: ["hsts-max-age"] }],
    ["rules.hsts-max-age", { rules: { "hsts-max-age": 5 } }],
  ])("reports %s where it cannot be read", (path, changes) => {
    expect(places(withInputs(changes as PropertyMap))).toEqual([`fail profile ${path}`]);
  });

  it("reports all that cannot be read at once", () => {
    expect(withInputs({ tier: null, owner: null })).toHaveLength(2);
  });

  it("leaves a doubled profile to stack-profile-once", () => {
    const results = judge(rule, [profile({}, "a"), profile({}, "b")]);
    expect(results.map(({ state }) => state)).toEqual(["not-applicable"]);
  });
});
