import { prices as allPrices } from "../../catalogue/prices";
import type { Price, PriceVendor } from "../../catalogue/prices/price";
import { type Context, type ExitCode, projectOf } from "../context";
import { estimatedStack } from "../costs/estimated";
import { type AgedPrice, agedPrice, pricesJson, pricesText } from "../costs/price-view";
import { programBundle } from "../program-bundle";
import { say } from "../view/say";

export interface PricesFlags {
  vendor?: PriceVendor;
  /** Only the prices that this stack's estimate uses. */
  stack?: string;
  /** Days after which a price is too old; said, such a price is a finding. */
  maxAge?: number;
}

/** Days after which a price is marked as old. */
const usualMaxAge = 180;

/** Lists prices with their age and source. Exit code 1 where a limit is given and one of them is older, or has no date. */
export async function prices(
  context: Context,
  { vendor, stack, maxAge }: PricesFlags,
): Promise<ExitCode> {
  const listed = stack === undefined ? allPrices : await usedBy(context, stack);
  const limit = { now: context.clock(), maxAge: maxAge ?? usualMaxAge };
  const aged = listed
    .filter((price) => vendor === undefined || price.vendor === vendor)
    .map((price): AgedPrice => agedPrice(price, limit));
  say(context, pricesText(aged, limit.maxAge), pricesJson(aged, limit.maxAge));
  return maxAge !== undefined && aged.some(({ isOld }) => isOld) ? 1 : 0;
}

async function usedBy(context: Context, stack: string): Promise<Price[]> {
  const project = projectOf(context);
  const program = await programBundle(context, project);
  const { estimate } = await estimatedStack({ project, program }, stack);
  const used = new Set(estimate.lines.map(({ price }) => price));
  return allPrices.filter((price) => used.has(price));
}
