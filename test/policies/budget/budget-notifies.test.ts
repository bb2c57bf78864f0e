import { describe, expect, it } from "vitest";
import { UNKNOWN, type Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { budgetNotifies as rule } from "../../../policies/rules/budget/budget-notifies";
import { brief, judge, resource } from "../support/stack";

const notification = {
  notificationType: "ACTUAL",
  threshold: 80,
  comparisonOperator: "GREATER_THAN",
};
const budget = (notifications: Value) =>
  resource(providerTypes.awsBudget, "budget", { notifications });
const stateOf = (notifications: Value) => judge(rule, [budget(notifications)])[0]?.state;

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds when every notification reaches somebody", () => {
    const byMail = { ...notification, subscriberEmailAddresses: ["finance@example.com"] };
    const byTopic = { ...notification, subscriberSnsTopicArns: ["arn:aws:sns:us-east-1:1:t"] };
    expect(brief(judge(rule, [budget([byMail, byTopic])]))).toEqual([`pass budget: ${rule.title}`]);
  });

  it("reports a budget without notifications, in full", () => {
    expect(judge(rule, [budget([])])).toEqual([
      {
        rule: "budget-notifies",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::aws:budgets/budget:Budget::budget",
        level: "mandatory",
        severity: "medium",
        message: "notifications: found nothing, wanted notifications with a subscriber each",
        property: "notifications",
        input: "emails",
        found: null,
        wanted: "notifications with a subscriber each",
      },
    ]);
    expect(stateOf(null)).toBe("fail");
  });

  it("reports the notification that reaches nobody", () => {
    const told = { ...notification, subscriberEmailAddresses: ["finance@example.com"] };
    const silent = { ...notification, subscriberEmailAddresses: [] };
    expect(brief(judge(rule, [budget([told, silent])]))).toEqual([
      "fail budget: notifications[1]: found no subscriber, wanted notifications with a subscriber each",
    ]);
  });

  it("reports one that reaches nobody, whatever else of it is not known", () => {
    const stack = [budget([{ ...notification, threshold: UNKNOWN, subscriberSnsTopicArns: [] }])];
    expect(brief(judge(rule, stack))).toEqual([
      "fail budget: notifications[0]: found no subscriber, wanted notifications with a subscriber each",
    ]);
  });

  it("counts a subscriber whose address is not known yet", () => {
    expect(stateOf([{ ...notification, subscriberSnsTopicArns: [UNKNOWN] }])).toBe("pass");
  });

  it("cannot tell when the notifications or their subscribers are unknown", () => {
    expect(stateOf(UNKNOWN)).toBe("unknown");
    expect(stateOf([UNKNOWN])).toBe("unknown");
    expect(stateOf([{ ...notification, subscriberEmailAddresses: UNKNOWN }])).toBe("unknown");
  });

  it("has nothing to judge in a stack without an AWS budget", () => {
    expect(judge(rule, [])[0]?.state).toBe("not-applicable");
  });
});
