import { Decimal } from "decimal.js";
import type { Reading } from "../../../core/value";
import { textOf } from "../text";

/** `60` → `60 USD`. */
export function usd(amount: number | Decimal): string {
  return `${amount.toString()} USD`;
}

/** An amount as providers write it, `"60.00"`; absent for anything else. */
export function amountOf(reading: Reading): Decimal | undefined {
  const text = textOf(reading) ?? "";
  return /^\d+(\.\d+)?$/.test(text) ? new Decimal(text) : undefined;
}
