import { describe, expect, it } from "vitest";
import { tokens } from "../../../core/tokens";
import { type Value, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { spendAnomaliesWatched as rule } from "../../../policies/rules/budget/spend-anomalies-watched";
import { brief, judge, profile, resource } from "../support/stack";

const told = [{ type: "EMAIL", address: "finance@example.com" }];
const subscription = (subscribers: Value | undefined, name = "anomalies") =>
  resource(providerTypes.awsAnomalySubscription, name, { subscribers });
const action = resource(providerTypes.awsBudgetAction, "action");
const budget = resource(tokens.budget, "budget");
const ask = (...resources: Parameters<typeof judge>[1]) => brief(judge(rule, resources));

describe(`${rule.id}: ${rule.title}`, () => {
  // Requirement: COST-01
  it("holds for a report that somebody gets, or an action", () => {
    expect(ask(subscription(told))).toEqual([`pass anomalies: ${rule.title}`]);
    expect(ask(action)).toEqual([`pass action: ${rule.title}`]);
    expect(ask(subscription([], "a"), subscription(told, "b"))).toEqual([`pass b: ${rule.title}`]);
  });

  it("reports that nothing watches, in full", () => {
    expect(judge(rule, [budget])).toEqual([
      {
        rule: "spend-anomalies-watched",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::groundwork:budget:Budget::budget",
        level: "mandatory",
        severity: "medium",
        message: "found neither a report of anomalies nor an action on the budget, wanted one",
        property: "anomalies",
        input: "anomalies",
        found: null,
      },
    ]);
    expect(ask()).toEqual([
      "fail groundwork-prod: found neither a report of anomalies nor an action on the budget, wanted one",
    ]);
  });

  it("reports a report that nobody gets", () => {
    for (const nobody of [[], undefined]) {
      expect(ask(subscription(nobody))).toEqual([
        "fail anomalies: subscribers: found nothing, wanted somebody who is told",
      ]);
    }
  });

  it("has no ground where another stack watches, or nothing is spent", () => {
    expect(ask(profile({ shared: { owner: "live" } }))).toEqual([
      "not-applicable groundwork-prod: the stack live watches the whole account",
    ]);
    expect(ask(profile({ budget: { monthlyUsd: 9, awsUsd: 0, owner: "finance" } }))).toEqual([
      "not-applicable groundwork-prod: the stack spends nothing on AWS",
    ]);
  });

  it("cannot tell whom it tells while that is not known", () => {
    expect(ask(subscription(UNKNOWN), subscription([], "b"))).toEqual([
      "unknown anomalies: subscribers: not known before the update, wanted somebody who is told; give it a plain value, not the output of another resource",
    ]);
  });
});
