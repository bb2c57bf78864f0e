import { Decimal } from "decimal.js";
import { type Amounts, always } from "../../scenarios";

/** How many machines of a service run. */
export interface Scale {
  min: number;
  max: number;
}

/** Machines of a service by region. */
export type Spread = readonly { region: string; machines: Amounts }[];

/**
 * Where machines run, as the rendered file and its command for `fly scale` have it. The same least and most: all run
 * always, an equal part in each region. Otherwise the least number runs in the primary region, and in a busy month all
 * machines run, an equal part in each region; Fly stops and starts them.
 */
export function spreadOf({ min, max }: Scale, regions: readonly string[], primary: string): Spread {
  const all = new Decimal(max);
  if (min === max) {
    return regions.map((region) => ({ region, machines: always(all.div(regions.length)) }));
  }
  const inPrimary = Decimal.max(min, all.div(regions.length));
  const elsewhere = all.minus(inPrimary).div(Math.max(regions.length - 1, 1));
  return regions.map((region) => {
    const isPrimary = region === primary;
    const usual = new Decimal(isPrimary ? min : 0);
    const high = regions.length === 1 ? all : isPrimary ? inPrimary : elsewhere;
    return { region, machines: { low: usual, expected: usual, high } };
  });
}
