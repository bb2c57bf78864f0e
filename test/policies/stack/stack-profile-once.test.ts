import { describe, expect, it } from "vitest";
import { stackProfileOnce as rule } from "../../../policies/rules/stack/stack-profile-once";
import { run } from "../../../policies/run";
import { brief, judge, profile, root, today } from "../support/stack";

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for one profile", () => {
    expect(brief(judge(rule, [profile()]))).toEqual([`pass profile: ${rule.title}`]);
  });

  it("reports a stack without a profile, in full", () => {
    expect(run({ resources: [root], stack: "prod", clock: today, rules: [rule] })).toEqual([
      {
        rule: "stack-profile-once",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::pulumi:pulumi:Stack::groundwork-prod",
        level: "mandatory",
        severity: "critical",
        message:
          "found 0 of them, wanted exactly one StackProfile; until then everything is judged as prod",
        found: 0,
        wanted: "exactly one StackProfile",
      },
    ]);
  });

  it("reports every profile beyond the first", () => {
    const results = judge(rule, [
      profile({}, "a"),
      profile({ tier: "dev" }, "b"),
      profile({}, "c"),
    ]);
    expect(brief(results)).toEqual([
      "fail b: found 3 of them, wanted exactly one StackProfile; until then everything is judged as prod",
      "fail c: found 3 of them, wanted exactly one StackProfile; until then everything is judged as prod",
    ]);
  });
});
