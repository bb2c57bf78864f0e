import { formatProblem } from "../../../core/errors";
import type { Comparison, PricedOption, RefusedOption } from "./compared";
import { cents, signed } from "../money";

/** The head of the table, and a row for each vendor. */
export const head = ["vendor", "low", "expected", "high", "to now", "gaps"] as const;

/** What may go wrong with money in a table: nothing is left out. */
export function optionCells(option: PricedOption): string[] {
  const { vendor, total, delta, isNow, gaps } = option;
  const { low, expected, high } = total;
  return [
    vendor,
    ...[low, expected, high].map(cents),
    isNow ? "now" : signed(delta.expected),
    String(gaps.length),
  ];
}

/** `not possible: …`, in the words of the stack file's own errors. */
export function refusalWords({ problems }: RefusedOption): string[] {
  return problems.map(formatProblem);
}

/** `3 × server-headers, rolling-release` */
export function gapWords({ gaps }: PricedOption): string {
  const counts = new Map<string, number>();
  for (const gap of gaps) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  return [...counts].map(([gap, count]) => (count > 1 ? `${count} × ${gap}` : gap)).join(", ");
}

/** `hosting of prod, now vercel` */
export function titleOf({ stack, axis, now }: Comparison): string {
  return `${axis} of ${stack}, now ${now.join(", ") || "nothing"}`;
}
