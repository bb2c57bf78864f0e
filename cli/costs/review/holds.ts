import type { CostedStack } from "../../../cost/estimate";
import type { Way } from "../../../cost/advice/advice";
import { catalogue } from "../../../policies/catalogue";
import { run } from "../../../policies/run";
import type { RuleResult } from "../../../core/finding";

/**
 * Tells of a cheaper stack whether it keeps to every rule: nothing fails that held before, and nothing at all on what is
 * changed. No advice goes below a floor.
 */
export function holding(stack: CostedStack, clock: Date) {
  const judged = (one: CostedStack) =>
    run({ resources: one.resources, stack: stack.stack, clock, rules: catalogue }).filter(isOpen);
  const before = new Set(judged(stack).map(keyOf));
  return (changed: CostedStack, { of }: Pick<Way, "of">): boolean =>
    judged(changed).every(
      (result) =>
        before.has(keyOf(result)) &&
        !(result.state === "fail" && of.some((name) => result.urn.endsWith(`::${name}`))),
    );
}

const isOpen = ({ state }: RuleResult) =>
  state === "fail" || state === "error" || state === "unknown";

const keyOf = ({ rule, urn, property = "", state }: RuleResult) =>
  [rule, urn, property, state].join("\0");
