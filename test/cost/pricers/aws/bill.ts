import type { CostInputs } from "../../../../core/costs";
import type { DeclaredResource } from "../../../../core/resource";
import { estimate } from "../../../../cost/estimate";
import type { Estimate } from "../../../../cost/model";
import { costs } from "../../stand-ins";

export function billed(
  resources: readonly DeclaredResource[],
  over: Partial<CostInputs> = {},
): Estimate {
  return estimate({ stack: "trial", tier: "prod", resources, costs: costs(over) });
}

/** Each line's price, units and dollars as expected: `cloudwatch-dashboard 1 3`. */
export function lines({ lines }: Estimate): string[] {
  return lines.map(
    ({ price, quantity, monthlyUsd }) =>
      `${price.sku} ${quantity.expected.toString()} ${monthlyUsd.expected.toString()}`,
  );
}

export const total = ({ total }: Estimate): string => total.expected.toString();

/** Why things are not priced. */
export const unpriced = ({ notPriced }: Estimate): string[] =>
  notPriced.map(({ notPriced: reason }) => reason);

/** What is free, and why. */
export const free = ({ free }: Estimate): string[] => free.map(({ free: reason }) => reason);

/** As many resources as wanted, each with a name of its own. */
export function several<T>(count: number, make: (name: string, at: number) => T): T[] {
  return Array.from({ length: count }, (_, at) => make(`one-${String(at).padStart(6, "0")}`, at));
}
