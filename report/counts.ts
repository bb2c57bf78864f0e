import { type RuleResult } from "../core/finding";
import type { Counts } from "./model";

type Counted = Pick<RuleResult, "state" | "waiver">;

const keys = {
  pass: "pass",
  fail: "fail",
  unknown: "unknown",
  error: "error",
  "not-applicable": "notApplicable",
} as const;

export function countsOf(results: readonly Counted[]): Counts {
  const counts = { pass: 0, fail: 0, unknown: 0, error: 0, notApplicable: 0, waived: 0 };
  for (const { state, waiver } of results) counts[waiver ? "waived" : keys[state]] += 1;
  return counts;
}

/** Percent of the answers that judge something and hold, in whole numbers: 100 only where every one does. */
export function scoreOf({ pass, fail, unknown, error, waived }: Counts): number {
  const judged = pass + fail + unknown + error + waived;
  return judged === 0 ? 100 : Math.floor((pass / judged) * 100);
}

/** Worst first. A waived finding is known and dated, and still worse than none. */
export function worstOf(counts: Counts): "fail" | "unknown" | "waived" | "pass" | "not-applicable" {
  if (counts.fail + counts.error > 0) return "fail";
  if (counts.unknown > 0) return "unknown";
  if (counts.waived > 0) return "waived";
  return counts.pass > 0 ? "pass" : "not-applicable";
}
