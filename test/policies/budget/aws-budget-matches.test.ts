import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { awsBudgetMatches as rule } from "../../../policies/rules/budget/aws-budget-matches";
import { brief, judge, profile, resource } from "../support/stack";

const compliant = { budgetType: "COST", timeUnit: "MONTHLY", limitAmount: "60", limitUnit: "USD" };
const budget = (changes: PropertyMap = {}, name = "budget") =>
  resource(providerTypes.awsBudget, name, { ...compliant, ...changes });
const stateOf = (changes: PropertyMap) => judge(rule, [budget(changes)])[0]?.state;
const nothingOnAws = profile({ budget: { monthlyUsd: 400, awsUsd: 0, owner: "finance" } });

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for a monthly cost budget of exactly the share", () => {
    expect(stateOf({})).toBe("pass");
    expect(stateOf({ limitAmount: "60.00" })).toBe("pass");
    expect(stateOf({ limitAmount: 60, limitUnit: null })).toBe("pass");
  });

  it("reports another amount, in full", () => {
    expect(judge(rule, [budget({ limitAmount: "60.01" })])).toEqual([
      {
        rule: "aws-budget-matches",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::aws:budgets/budget:Budget::budget",
        level: "mandatory",
        severity: "high",
        message: "limitAmount: found 60.01 USD, wanted 60 USD",
        property: "limitAmount",
        input: "awsUsd",
        found: "60.01 USD",
        wanted: "60 USD",
      },
    ]);
  });

  it.each([
    { limitAmount: "sixty" },
    { limitAmount: "-60" },
    { limitAmount: null },
    { limitUnit: "EUR" },
  ])("reports %j", (changes) => {
    expect(stateOf(changes)).toBe("fail");
  });

  it.each([{ budgetType: "USAGE" }, { timeUnit: "ANNUALLY" }, { timeUnit: null }])(
    "does not count a budget with %j",
    (changes) => {
      expect(brief(judge(rule, [budget(changes)]))).toEqual([
        "fail profile: found no monthly AWS cost budget, wanted one of 60 USD",
      ]);
    },
  );

  it("is content with one budget that matches among several", () => {
    const results = judge(rule, [budget({ limitAmount: "5" }, "a"), budget({}, "b")]);
    expect(results.map(({ state, urn }) => [state, urn.at(-1)])).toEqual([["pass", "b"]]);
  });

  it("asks for no budget where nothing is spent on AWS", () => {
    expect(judge(rule, [nothingOnAws])[0]?.state).toBe("not-applicable");
    expect(judge(rule, [nothingOnAws, budget({ limitAmount: "0" })])[0]?.state).toBe(
      "not-applicable",
    );
  });

  it("reports AWS resources without a share for them", () => {
    const topic = resource("aws:sns/topic:Topic", "topic");
    expect(brief(judge(rule, [nothingOnAws, topic]))).toEqual([
      "fail profile: budget.awsUsd: found 0 USD, wanted more than 0 USD for the AWS resources of the stack",
    ]);
  });

  it("cannot tell when the amount is unknown", () => {
    expect(stateOf({ limitAmount: UNKNOWN })).toBe("unknown");
    expect(stateOf({ limitUnit: UNKNOWN })).toBe("unknown");
    expect(stateOf({ timeUnit: UNKNOWN, limitAmount: UNKNOWN })).toBe("unknown");
  });
});
