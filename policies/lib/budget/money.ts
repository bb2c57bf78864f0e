import { Decimal } from "decimal.js";
import type { Reading } from "../../../core/value";
import { textOf } from "../text";

/** `60` → `60 USD`. */
export function usd(amount: number | Decimal): string {
  return `${amount.toString()} USD`;
}

/** A sum of a setting, exact from here on. */
export function amount(dollars: number): Decimal {
  return new Decimal(dollars);
}

/** As bills round: half a cent and more is a cent. What is shown is what is judged. */
export function inCents(amount: Decimal.Value): Decimal {
  return new Decimal(amount).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}

/** `60.005` → `60.01 USD`. */
export function dollars(amount: Decimal.Value): string {
  return `${inCents(amount).toFixed(2)} USD`;
}

/** An amount as providers write it, `"60.00"`; absent for anything else. */
export function amountOf(reading: Reading): Decimal | undefined {
  const text = textOf(reading) ?? "";
  return /^\d+(\.\d+)?$/.test(text) ? new Decimal(text) : undefined;
}
