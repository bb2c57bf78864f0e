import type { StackProfileInputs } from "../core/profile";
import type { StackSettings } from "./settings";

/** By what a stack is judged: the part of its settings that its `StackProfile` carries. */
export function profileOf({
  stack,
  shared,
  dependencies,
  policy,
  budget,
}: StackSettings): StackProfileInputs {
  const { monthlyUsd, awsUsd, owner } = budget;
  return {
    tier: stack.tier,
    owner: stack.owner,
    owners: policy.owners,
    shared,
    dependencies,
    onUnknown: policy.onUnknown,
    budget: { monthlyUsd, awsUsd, owner },
    waivers: policy.waivers,
    rules: policy.rules,
  };
}
