import type { RuleResult } from "../core/finding";

/** True when this answer refuses an update. What a stack wants done with an unknown is in its level already. */
export function refuses({ state, level, waiver }: RuleResult): boolean {
  const open = state === "fail" || state === "unknown" || state === "error";
  return open && level === "mandatory" && waiver === undefined;
}

/** True when people should hear of this answer: failed, undecided or broken, waived or not. */
export function isFinding({ state, allowed }: RuleResult): boolean {
  const open = state === "fail" || state === "unknown" || state === "error";
  return open && !allowed;
}
