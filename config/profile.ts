import type { BudgetLimits, StackProfileInputs } from "../core/profile";
import type { StackSettings } from "./settings";

const limitKeys = [
  "warnAtPercent",
  "highMultiple",
  "largestIncrease",
  "notPricedPercent",
  "oldestPriceDays",
] as const satisfies readonly (keyof BudgetLimits)[];

/** By what a stack is judged: the part of its settings that its `StackProfile` carries. */
export function profileOf({
  stack,
  shared,
  dependencies,
  readiness,
  policy,
  budget,
  costs,
}: StackSettings): StackProfileInputs {
  const { monthlyUsd, awsUsd, owner } = budget;
  return {
    tier: stack.tier,
    owner: stack.owner,
    owners: policy.owners,
    shared,
    dependencies,
    readiness,
    onUnknown: policy.onUnknown,
    budget: { monthlyUsd, awsUsd, owner, ...limitsIn(budget) },
    costs,
    waivers: policy.waivers,
    rules: policy.rules,
  };
}

function limitsIn(budget: BudgetLimits): BudgetLimits {
  const said = limitKeys.filter((key) => budget[key] !== undefined);
  return Object.fromEntries(said.map((key) => [key, budget[key]]));
}
