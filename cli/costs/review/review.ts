import { Decimal } from "decimal.js";
import type { PriceVendor } from "../../../catalogue/prices/price";
import { groupBy } from "../../../core/group";
import type { Saving } from "../../../cost/advice/savings";
import type { CostLine, Estimate } from "../../../cost/model";
import { type Amounts, sumAmounts } from "../../../cost/scenarios";
import { inCents } from "../../../policies/lib/budget/money";
import type { Actual, Adapter, NotRead } from "./adapter";

/** One vendor's part of a month: what was reckoned with, and what came of it. */
export interface VendorReview {
  vendor: PriceVendor;
  estimate: Amounts;
  actual: (Actual & { drift: Drift }) | NotRead;
}

/** How far the bill is from what was reckoned with for the same things and the same time. */
export interface Drift {
  /** What the estimate expects of what the bill is about. */
  expected: Decimal;
  usd: Decimal;
  /** Percent of it; undefined where it expects nothing. */
  percent: Decimal | undefined;
}

export interface Limit {
  of: string;
  usd: Decimal;
  limit: Decimal;
  state: "within" | "above";
}

export interface Review {
  stack: string;
  month: string;
  total: Amounts;
  vendors: readonly VendorReview[];
  /** Actual sums against the budget. */
  limits: readonly Limit[];
  savings: readonly Saving[];
}

export interface ReviewInput extends Pick<Review, "stack" | "month" | "savings"> {
  estimate: Estimate;
  budget: { monthlyUsd: number; awsUsd: number };
  actuals: ReadonlyMap<PriceVendor, Actual | NotRead>;
  covers: ReadonlyMap<PriceVendor, Adapter["covers"]>;
}

const noFigure: NotRead = { notRead: "nobody is asked: give the invoice's sum with --actual" };

/** Pure: the same estimate and figures give the same review. Vendors of the estimate, and those that billed anything. */
export function reviewOf(input: ReviewInput): Review {
  const { stack, month, estimate, actuals, savings } = input;
  const byVendor = groupBy(estimate.lines, ({ price }) => price.vendor);
  const names = [...new Set([...byVendor.keys(), ...billed(actuals)])].sort();
  const vendors = names.map((vendor): VendorReview => {
    const lines = byVendor.get(vendor) ?? [];
    const actual = actuals.get(vendor) ?? noFigure;
    const covered = lines.filter(input.covers.get(vendor) ?? (() => true));
    const isRead = "usd" in actual;
    return {
      vendor,
      estimate: sumOf(lines),
      actual: isRead ? { ...actual, drift: driftOf(actual, covered) } : actual,
    };
  });
  return {
    ...{ stack, month, vendors, savings, total: estimate.total },
    limits: limitsOf(vendors, input.budget),
  };
}

function billed(actuals: ReviewInput["actuals"]): PriceVendor[] {
  return [...actuals].filter(([, actual]) => "usd" in actual).map(([vendor]) => vendor);
}

function driftOf({ usd, part }: Actual, lines: readonly CostLine[]): Drift {
  const expected = sumOf(lines).expected.times(part);
  const drift = usd.minus(expected);
  return {
    expected,
    usd: drift,
    percent: expected.isZero() ? undefined : drift.times(100).div(expected),
  };
}

/** In whole cents. A month that is not over is held to the whole budget: what is above it already, stays so. */
function limitsOf(
  vendors: readonly VendorReview[],
  { monthlyUsd, awsUsd }: ReviewInput["budget"],
): Limit[] {
  const read = vendors.flatMap(({ vendor, actual }) =>
    "usd" in actual ? [{ vendor, usd: actual.usd }] : [],
  );
  const all = read.reduce((sum, { usd }) => sum.plus(usd), new Decimal(0));
  return [
    ...read
      .filter(({ vendor }) => vendor === "aws")
      .map(({ usd }) => limitOf("aws, of budget.awsUsd", usd, awsUsd)),
    ...(read.length > 0 ? [limitOf("what was read, of budget.monthlyUsd", all, monthlyUsd)] : []),
  ];
}

function limitOf(of: string, usd: Decimal, limit: number): Limit {
  const most = new Decimal(limit);
  return { of, usd, limit: most, state: inCents(usd).gt(most) ? "above" : "within" };
}

function sumOf(lines: readonly CostLine[]): Amounts {
  return sumAmounts(lines.map(({ monthlyUsd }) => monthlyUsd));
}
