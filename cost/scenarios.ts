import { Decimal } from "decimal.js";
import { type Scenario, type Scenarios, scenarios } from "../catalogue/usage/meter";

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

export function mapAmounts(amounts: Amounts, change: (amount: Decimal) => Decimal): Amounts {
  return eachScenario((scenario) => change(amounts[scenario]));
}

export function sumAmounts(all: readonly Amounts[]): Amounts {
  return eachScenario((scenario) =>
    all.reduce((sum, amounts) => sum.plus(amounts[scenario]), zero),
  );
}

export function isConstant(amounts: Amounts): boolean {
  return scenarios.every((scenario) => amounts[scenario].eq(amounts.expected));
}
