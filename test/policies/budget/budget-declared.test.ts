import { describe, expect, it } from "vitest";
import { budgetDeclared as rule } from "../../../policies/rules/budget/budget-declared";
import { brief, judge, profile, root } from "../support/stack";
import { run } from "../../../policies/run";
import { today } from "../support/stack";

const withBudget = (budget: { monthlyUsd: number; awsUsd: number; owner: string }) =>
  judge(rule, [profile({ budget })]).map(({ state, input, found }) => [state, input, found]);

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for a limit, an AWS share within it, and an owner", () => {
    expect(withBudget({ monthlyUsd: 400, awsUsd: 60, owner: "finance" })).toEqual([
      ["pass", "budget.awsUsd", "60 USD"],
      ["pass", "budget.monthlyUsd", "400 USD"],
      ["pass", "budget.owner", "finance"],
    ]);
  });

  it("holds when the AWS share is all of the limit, and not when it is more", () => {
    expect(withBudget({ monthlyUsd: 60, awsUsd: 60, owner: "finance" })[0]).toEqual([
      "pass",
      "budget.awsUsd",
      "60 USD",
    ]);
    expect(withBudget({ monthlyUsd: 60, awsUsd: 60.01, owner: "finance" })[0]).toEqual([
      "fail",
      "budget.awsUsd",
      "60.01 USD",
    ]);
  });

  it("reports a limit of nothing, in full", () => {
    const results = judge(rule, [
      profile({ budget: { monthlyUsd: 0, awsUsd: 0, owner: "finance" } }),
    ]);
    expect(results.filter(({ state }) => state === "fail")).toEqual([
      {
        rule: "budget-declared",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::groundwork:stack:StackProfile::profile",
        level: "mandatory",
        severity: "high",
        message: "budget.monthlyUsd: found 0 USD, wanted more than 0 USD",
        property: "budget.monthlyUsd",
        input: "budget.monthlyUsd",
        found: "0 USD",
        wanted: "more than 0 USD",
      },
    ]);
  });

  it("reports a negative share and a blank owner", () => {
    expect(withBudget({ monthlyUsd: 10, awsUsd: -1, owner: " " }).map(([state]) => state)).toEqual([
      "fail",
      "pass",
      "fail",
    ]);
  });

  it("reports a stack whose profile cannot be read", () => {
    const results = run({ resources: [root], stack: "prod", clock: today, rules: [rule] });
    expect(brief(results)).toEqual([
      "fail groundwork-prod: found no budget, wanted a monthly limit with an owner",
    ]);
  });
});
