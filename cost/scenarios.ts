import { Decimal } from "decimal.js";
import type { Scenario, Scenarios } from "../catalogue/usage/meter";

/** Sums of money and of units are exact decimals: no float touches them. */
export type Amounts = Scenarios<Decimal>;

export const zero = new Decimal(0);

/** The same in every scenario. */
export function always(amount: Decimal.Value): Amounts {
  const one = new Decimal(amount);
  return { low: one, expected: one, high: one };
}

export function eachScenario<T>(of: (scenario: Scenario) => T): Scenarios<T> {
  return { low: of("low"), expected: of("expected"), high: of("high") };
}

/** What is the same in every scenario is changed once. */
export function mapAmounts(amounts: Amounts, change: (amount: Decimal) => Decimal): Amounts {
  const { low, expected, high } = amounts;
  const changed = change(expected);
  return {
    low: low === expected ? changed : change(low),
    expected: changed,
    high: high === expected ? changed : change(high),
  };
}

export function sumAmounts(all: readonly Amounts[]): Amounts {
  return eachScenario((scenario) =>
    all.reduce((sum, amounts) => sum.plus(amounts[scenario]), zero),
  );
}

export function isConstant(amounts: Amounts): boolean {
  const { low, expected, high } = amounts;
  return low.eq(expected) && high.eq(expected);
}
