import { groupBy } from "../core/group";
import { Decimal } from "decimal.js";
import type { PricingContext } from "./context";
import { rounded } from "./lines";
import type { CostLine, LineKind } from "./model";
import type { Credit } from "./pricer";
import { accountOf } from "./payer";
import { priceOf } from "./price-list";
import { type Amounts, eachScenario, mapAmounts, sumAmounts, zero } from "./scenarios";

/**
 * What an account takes off the bill of all its resources together: free units, cheaper units beyond a quantity, and
 * credits. Each is a line of its own below zero, so that the lines of resources do not depend on one another.
 */
export function accountLines(
  lines: readonly CostLine[],
  credits: readonly Credit[],
  context: PricingContext,
): CostLine[] {
  const granted = lines.filter(({ price }) => price.included?.per === "account");
  const grants = [...groupBy(granted, grantOf).values()];
  const allowances = grants.flatMap((grant) => allowance(grant, context.costs.share));
  const volumes = [...groupBy(lines, poolOf).values()].flatMap(volumeDiscounts);
  const before = [...lines, ...allowances, ...volumes];
  const paid = credits.flatMap((credit) => creditLine(credit, before, context));
  return [...allowances, ...volumes, ...paid];
}

/** A free amount is granted once, whatever the region: `Most benefits of the AWS Free Tier apply globally`. */
function grantOf({ price }: CostLine): string {
  return price.included?.shared ?? price.sku;
}

/** Volume is counted over all lines of a price, in one region where regions differ. */
function poolOf({ price }: CostLine): string {
  return `${price.sku} ${price.region ?? ""}`;
}

/** Free units: each price's part of what uses them, where they are fewer than what is used. */
function allowance(lines: readonly CostLine[], share: number): CostLine[] {
  const granted = new Decimal(lines[0]?.price.included?.quantity ?? 0).times(share);
  const used = sumAmounts(lines.map(({ quantity }) => quantity));
  return [...groupBy(lines, poolOf).values()].flatMap((pool) => {
    const [first] = pool;
    if (!first || share === 0) return [];
    const own = sumAmounts(pool.map(({ quantity }) => quantity));
    const free = eachScenario((scenario) => {
      const all = used[scenario];
      return all.lte(granted) ? own[scenario] : rounded(own[scenario].times(granted).div(all));
    });
    return takenOff(first, "allowance", free, new Decimal(first.price.usd ?? 0));
  });
}

/** What the units beyond each threshold cost less than the first ones. */
function volumeDiscounts(pool: readonly CostLine[]): CostLine[] {
  const [first] = pool;
  if (!first?.price.beyond) return [];
  const used = sumAmounts(pool.map(({ quantity }) => quantity));
  let dearer = new Decimal(first.price.usd ?? 0);
  return first.price.beyond.flatMap(({ from, usd }) => {
    const beyond = mapAmounts(used, (units) => Decimal.max(units.minus(from), zero));
    const saved = dearer.minus(usd);
    dearer = new Decimal(usd);
    return takenOff(first, "volume", beyond, saved);
  });
}

function creditLine(
  { vendor, sku, pays, granted, times }: Credit,
  lines: readonly CostLine[],
  context: PricingContext,
): CostLine[] {
  if (context.costs.share === 0 || !granted(context)) return [];
  const { price } = priceOf(sku);
  const counted = new Decimal(times?.(context) ?? 1).times(context.costs.share);
  const most = new Decimal(price.usd ?? 0).abs().times(counted);
  const payable = sumAmounts(
    lines.filter(({ price }) => pays.includes(price.sku)).map(({ monthlyUsd }) => monthlyUsd),
  );
  const paid = mapAmounts(payable, (usd) =>
    rounded(Decimal.max(Decimal.min(usd, most), zero).neg()),
  );
  if (isNothing(paid)) return [];
  const quantity = eachScenario(() => counted);
  return [
    {
      ...accountOf(vendor),
      kind: "credit",
      price,
      quantity,
      included: zero,
      rests: [],
      monthlyUsd: paid,
    },
  ];
}

function takenOff(
  { price, standsIn }: CostLine,
  kind: LineKind,
  units: Amounts,
  usd: Decimal,
): CostLine[] {
  if (isNothing(units)) return [];
  const monthlyUsd = mapAmounts(units, (one) => rounded(one.times(usd).neg()));
  const quantity = mapAmounts(units, (one) => one.neg());
  const line = { kind, price, quantity, included: zero, rests: [], monthlyUsd };
  return [{ ...accountOf(price.vendor), ...line, ...(standsIn !== undefined && { standsIn }) }];
}

function isNothing({ low, expected, high }: Amounts): boolean {
  return low.isZero() && expected.isZero() && high.isZero();
}
