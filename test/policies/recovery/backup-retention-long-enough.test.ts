import { describe, expect, it } from "vitest";
import { UNKNOWN, type PropertyMap } from "../../../core/value";
import { backupRetentionLongEnough as rule } from "../../../policies/rules/recovery/backup-retention-long-enough";
import { asking, plan } from "../support/recovery";
import { brief, judge, profile } from "../support/stack";

const kept = (deleteAfter: number) => ({ lifecycle: { deleteAfter } });
const ask = (...rules: PropertyMap[]) => brief(judge(rule, [plan(rules)]));

// Requirement: ENV-12
describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts copies of 35 days, and copies that are never deleted", () => {
    expect(ask(kept(35), {})).toEqual(Array(2).fill(`pass plan: ${rule.title}`));
  });

  it("reports each rule that deletes copies sooner", () => {
    expect(ask(kept(90), kept(34))).toEqual([
      `pass plan: ${rule.title}`,
      "fail plan: rules[1].lifecycle.deleteAfter: found 34 days, wanted at least 35 days",
    ]);
  });

  it("asks of continuous backups no more than AWS gives", () => {
    const rules = [
      { ...kept(35), enableContinuousBackup: true },
      { ...kept(35), enableContinuousBackup: false },
    ];
    const results = judge(rule, [asking(rule.id, { minDays: 90 }), plan(rules)]);
    expect(brief(results)).toEqual([
      `pass plan: ${rule.title}`,
      "fail plan: rules[1].lifecycle.deleteAfter: found 35 days, wanted at least 90 days",
    ]);
  });

  it.each([
    ["staging", 7],
    ["dev", 1],
  ] as const)("asks less of %s", (tier, days) => {
    const stateOf = (count: number) =>
      judge(rule, [profile({ tier }), plan([kept(count)])], { stack: tier })[0]?.state;
    expect(stateOf(days)).toBe("pass");
    expect(stateOf(days - 1)).toBe("fail");
  });

  it("cannot tell what is unknown", () => {
    expect(ask({ lifecycle: UNKNOWN })).toEqual([
      expect.stringMatching(/^unknown plan: rules\[0\]\.lifecycle\.deleteAfter: not known/),
    ]);
  });
});
