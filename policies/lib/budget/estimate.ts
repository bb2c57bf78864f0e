import { costedStack } from "../../../cost/costed-stack";
import { estimate } from "../../../cost/estimate";
import type { CostLine, Estimate, UnpricedResource } from "../../../cost/model";
import { remembered } from "../../../cost/remembered";
import { type Amounts, sumAmounts } from "../../../cost/scenarios";
import { tokens } from "../../../core/tokens";
import { parseUrn } from "../../../core/urn";
import type { Evidence } from "../../rule";
import type { StackView } from "../../stack-view";

/** What the stack costs a month; worked out once for all rules about it. */
export const estimateOf: (stack: StackView) => Estimate = remembered((stack) =>
  estimate(costedStack(parseUrn(stack.urn).stack, stack.resources)),
);

/** True of a stack in which nothing costs anything, or could. */
export function isEmpty({ lines, free, notPriced }: Estimate): boolean {
  return lines.length + free.length + notPriced.length === 0;
}

export const nothingPriced = "nothing in the stack costs anything";

/** Where a finding about the estimate points: to the setting of the budget that limits it. */
export function limitIn(
  stack: StackView,
  setting: string,
): Required<Pick<Evidence, "urn" | "property" | "input">> {
  const urn = stack.ofType(tokens.stackProfile)[0]?.urn ?? stack.urn;
  const path = `budget.${setting}`;
  return { urn, property: path, input: path };
}

/** What has no price only as long as an input is not known: it may cost anything. */
export function undecided({ notPriced }: Estimate): UnpricedResource[] {
  return notPriced.filter(({ notPriced: reason }) =>
    /\bnot known before the update\b/.test(reason),
  );
}

/** The lines that cost most in a month as reckoned with, dearest first. */
export function largest(
  lines: readonly CostLine[],
  count: number,
  of: keyof Amounts = "expected",
): CostLine[] {
  return lines
    .filter(({ monthlyUsd }) => monthlyUsd[of].gt(0))
    .toSorted((a, b) => b.monthlyUsd[of].cmp(a.monthlyUsd[of]))
    .slice(0, count);
}

export function sumOf(lines: readonly CostLine[]): Amounts {
  return sumAmounts(lines.map(({ monthlyUsd }) => monthlyUsd));
}
