import { describe, expect, it } from "vitest";
import { type PropertyMap, type Value, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { budgetWarnsAhead as rule } from "../../../policies/rules/budget/budget-warns-ahead";
import { brief, judge, profile, resource } from "../support/stack";

const at = (threshold: Value, changes: PropertyMap = {}): PropertyMap => ({
  notificationType: "ACTUAL",
  thresholdType: "PERCENTAGE",
  threshold,
  ...changes,
});
const budget = (notifications: Value | undefined, changes: PropertyMap = {}) =>
  resource(providerTypes.awsBudget, "budget", { limitAmount: "60", notifications, ...changes });
const stateOf = (...notifications: Value[]) => judge(rule, [budget(notifications)])[0]?.state;
const wanted = "one at 80 percent or less, or by forecast";

describe(`${rule.id}: ${rule.title}`, () => {
  // Requirement: COST-01
  it("holds for an early threshold or a forecast, among others", () => {
    expect(stateOf(at(100), at(80))).toBe("pass");
    expect(stateOf(at(100), at(100, { notificationType: "FORECASTED" }))).toBe("pass");
    expect(stateOf(at(48, { thresholdType: "ABSOLUTE_VALUE" }))).toBe("pass");
    expect(stateOf(at(80, { thresholdType: null }))).toBe("pass");
  });

  it("reports a budget that speaks when all is spent, in full", () => {
    expect(judge(rule, [budget([at(81), at(100)])])).toEqual([
      {
        rule: "budget-warns-ahead",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::aws:budgets/budget:Budget::budget",
        level: "mandatory",
        severity: "low",
        message: `notifications: found 81 percent, 100 percent, wanted ${wanted}`,
        property: "notifications",
        input: "thresholds",
        found: ["81 percent", "100 percent"],
        wanted,
      },
    ]);
    expect(stateOf(at(49, { thresholdType: "ABSOLUTE_VALUE" }))).toBe("fail");
    expect(brief(judge(rule, [budget([at(null)])]))).toEqual([
      `fail budget: notifications: found no percentage, wanted ${wanted}`,
    ]);
  });

  it("leaves a budget without messages to the rule about them", () => {
    for (const none of [[], undefined]) {
      expect(brief(judge(rule, [budget(none)]))).toEqual([
        "not-applicable budget: the budget sends no message at all",
      ]);
    }
  });

  it("cannot tell when what decides it is not known", () => {
    expect(brief(judge(rule, [budget(UNKNOWN)]))).toEqual([
      `unknown budget: notifications: not known before the update, wanted ${wanted}; give it a plain value, not the output of another resource`,
    ]);
    expect(stateOf(at(100), at(UNKNOWN))).toBe("unknown");
    expect(stateOf(at(100), at(50, { notificationType: UNKNOWN }))).toBe("unknown");
    expect(stateOf(at(50), at(UNKNOWN))).toBe("pass");
    const absolute = [at(48, { thresholdType: "ABSOLUTE_VALUE" })];
    expect(judge(rule, [budget(absolute, { limitAmount: UNKNOWN })])[0]?.state).toBe("unknown");
  });

  it("can be tightened", () => {
    const rules = { [rule.id]: { maxPercent: 50 } };
    const strict = (threshold: number) =>
      judge(rule, [profile({ rules }), budget([at(threshold)])])[0]?.state;
    expect([strict(50), strict(51)]).toEqual(["pass", "fail"]);
  });
});
