import { describe, expect, it } from "vitest";
import { UNKNOWN, type Value } from "../../../core/value";
import { backupIntervalBounded as rule } from "../../../policies/rules/recovery/backup-interval-bounded";
import { asking, plan } from "../support/recovery";
import { brief, judge, profile } from "../support/stack";

const hourly = { schedule: "cron(0 * * * ? *)" };
const daily = { schedule: "cron(0 5 * * ? *)" };
const weekly = { schedule: "cron(0 5 ? * SUN *)" };
const ask = (rules: Value) => brief(judge(rule, [plan(rules)]));
const wanted = "wanted at most 60 minutes between two copies";

// Requirement: DR-01, ENV-12
describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts a plan of which one rule runs every hour", () => {
    expect(ask([hourly])).toEqual([`pass plan: ${rule.title}`]);
    expect(ask([daily, hourly])).toEqual([`pass plan: ${rule.title}`]);
  });

  it("reports a plan that runs once a day, recorded between or not", () => {
    expect(ask([daily])).toEqual([`fail plan: rules: found 1440 minutes, ${wanted}`]);
    const continuous = { ...daily, enableContinuousBackup: true };
    expect(ask([continuous])).toEqual([`fail plan: rules: found 1440 minutes, ${wanted}`]);
  });

  it.each<[string, Value]>([
    ["without rules", []],
    ["without a schedule", [{}]],
    ["whose schedule cannot be read", [{ schedule: "often" }]],
  ])("reports a plan %s", (_, rules) => {
    expect(ask(rules)).toEqual([`fail plan: rules: found no schedule, ${wanted}`]);
  });

  it("takes a single rule as it takes a list, and none as none", () => {
    expect(ask(hourly)).toEqual([`pass plan: ${rule.title}`]);
    const { urn, ...bare } = plan([]);
    expect(brief(judge(rule, [{ ...bare, urn, inputs: {} }]))[0]).toMatch(/^fail plan/);
  });

  it.each([
    ["staging", daily, weekly],
    ["dev", weekly, { schedule: "cron(0 5 1 * ? *)" }],
  ] as const)("asks less of %s", (tier, enough, tooLittle) => {
    const stateOf = (it: Value) =>
      judge(rule, [profile({ tier }), plan([it])], { stack: tier })[0]?.state;
    expect(stateOf(enough)).toBe("pass");
    expect(stateOf(tooLittle)).toBe("fail");
  });

  it("takes a stricter bound from the stack", () => {
    expect(judge(rule, [asking(rule.id, { maxMinutes: 30 }), plan([hourly])])[0]?.state).toBe(
      "fail",
    );
  });

  it("cannot tell what is unknown", () => {
    const unknown: Value[] = [UNKNOWN, [UNKNOWN], [hourly, { schedule: UNKNOWN }]];
    for (const rules of unknown) {
      expect(ask(rules)).toEqual([expect.stringMatching(/^unknown plan: rules: not known/)]);
    }
    expect(ask([{ ...hourly, enableContinuousBackup: UNKNOWN }])[0]).toMatch(/^pass/);
  });

  it("has nothing to judge without a plan", () => {
    expect(judge(rule, [])[0]?.state).toBe("not-applicable");
  });
});
