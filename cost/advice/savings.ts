import { Decimal } from "decimal.js";
import { type CostedStack, estimate } from "../estimate";
import type { Estimate } from "../model";
import { advice } from ".";
import type { Advice, Way } from "./advice";

/** What could be had cheaper, and by how much. */
export interface Saving extends Pick<Advice, "id" | "title" | "lost">, Omit<Way, "to"> {
  /** Of the expected sum, US dollars a month. */
  usd: Decimal;
}

/** What saves no more than this a month is not worth anybody's reading. */
const leastUsd = new Decimal(1);

/**
 * What could be had cheaper, largest first: each way is estimated anew, because what accounts are granted changes with it.
 * `holds` says whether the changed stack still keeps to every rule. Savings do not add up: one can take from another.
 */
export function savings(
  stack: CostedStack,
  holds: (changed: CostedStack, way: Way) => boolean,
  kinds: readonly Advice[] = advice,
): Saving[] {
  const now = estimate(stack);
  return kinds
    .flatMap(({ id, title, lost, choices }) =>
      choices(stack).flatMap((ways) =>
        ways
          .map((way) => ({ way, usd: savedBy(way, now) }))
          .filter(({ usd }) => usd.gt(leastUsd))
          .filter(({ way }) => holds(way.to, way))
          .slice(0, 1)
          .map(({ way: { setting, of }, usd }) => ({ id, title, lost, setting, of, usd })),
      ),
    )
    .sort((a, b) => b.usd.cmp(a.usd) || (a.id < b.id ? -1 : 1));
}

/** Nothing where more is left without a price: that is cheaper on paper alone. */
function savedBy({ to }: Way, now: Estimate): Decimal {
  const then = estimate(to);
  if (then.notPriced.length > now.notPriced.length) return new Decimal(0);
  return now.total.expected.minus(then.total.expected);
}
