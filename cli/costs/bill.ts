import { Decimal } from "decimal.js";
import type { BudgetSection } from "../../config/sections/budget";
import type { CostLine, Estimate } from "../../cost/model";
import { inCents } from "../../policies/lib/budget/money";
import type { PlacedResult } from "../../core/placed-result";
import { zero } from "../../cost/scenarios";
import { type Before, type Difference, difference } from "./difference";
import type { EstimatedStack } from "./estimated";
import { type AllowedIncrease, allowedIncrease } from "./increase";

/** An estimate and what it is held against. */
export interface BillInput extends Omit<EstimatedStack, "input"> {
  budget: Pick<BudgetSection, "monthlyUsd" | "owner">;
  /** What the rules about estimates say. */
  results: readonly PlacedResult[];
}

/** One stack's estimate with everything that its reports tell besides. */
export interface StackBill extends Omit<BillInput, "budget"> {
  budget: BudgetState;
  shares: Shares;
  /** Settings that were given in place of the stack file's. */
  set: readonly string[];
  /** Where it was asked for: what is different from another state of things. */
  change?: Difference;
  /** Where the other side is this stack at another time. */
  increase?: AllowedIncrease;
}

export interface BudgetState {
  monthlyUsd: Decimal;
  owner: string;
  state: "within" | "above";
}

/** How much of an estimate is on weak ground. */
export interface Shares {
  /** Expected sum of the lines whose price is of low confidence, and of all lines; what is taken off is left out. */
  lowConfidence: { usd: Decimal; of: Decimal };
  /** Resources that cost something nobody knows here, and all that were looked at. */
  notPriced: { resources: number; of: number };
}

export function stackBill(
  input: BillInput,
  { set, before }: { set: readonly string[]; before?: Before | undefined },
): StackBill {
  const { estimate, budget } = input;
  return {
    ...input,
    set,
    budget: budgetState(estimate, budget),
    shares: sharesOf(estimate),
    ...(before && compared(input, before)),
  };
}

function compared({ stack, costed, estimate }: BillInput, before: Before) {
  const change = difference(before, estimate);
  if (before.isOtherStack) return { change };
  const increase = allowedIncrease(costed.resources, stack, change.total);
  return { change, ...(increase && { increase }) };
}

/** In whole cents, as the rule about it judges. */
function budgetState({ total }: Estimate, { monthlyUsd, owner }: BillInput["budget"]): BudgetState {
  const most = new Decimal(monthlyUsd);
  return { monthlyUsd: most, owner, state: inCents(total.expected).gt(most) ? "above" : "within" };
}

function sharesOf({ lines, free, notPriced }: Estimate): Shares {
  const charged = lines.filter(({ monthlyUsd }) => monthlyUsd.expected.gt(0));
  const seen = new Set([...lines, ...free, ...notPriced].map(({ resource }) => resource));
  const unknown = new Set(notPriced.map(({ resource }) => resource));
  return {
    lowConfidence: { usd: sumExpected(charged.filter(isLow)), of: sumExpected(charged) },
    notPriced: { resources: unknown.size, of: [...seen].filter(isResource).length },
  };
}

export const isLow = ({ price }: CostLine) => price.confidence === "low";

const isResource = (resource: string) => !resource.startsWith("account:");

function sumExpected(lines: readonly CostLine[]): Decimal {
  return lines.reduce((sum, { monthlyUsd }) => sum.plus(monthlyUsd.expected), zero);
}
