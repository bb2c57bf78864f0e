import { Decimal } from "decimal.js";
import type { Amounts } from "../../cost/scenarios";

const cent = new Decimal("0.01");

/** Dollars and cents for a person: `1,234.50`; what is neither nothing nor a cent reads `<0.01`. */
export function cents(amount: Decimal): string {
  if (amount.isZero()) return "0.00";
  if (amount.abs().lt(cent)) return amount.isNegative() ? ">-0.01" : "<0.01";
  return grouped(amount.toFixed(2, Decimal.ROUND_HALF_UP));
}

/** `$1,234.50`, `-$3.00`, `<$0.01` */
export function dollars(amount: Decimal): string {
  return cents(amount).replace(/^([<>]?-?)/, "$1$");
}

/** A difference with its sign: `+95.25`, `-3.00`, `0.00`. */
export function signed(amount: Decimal): string {
  if (amount.isZero() || amount.isNegative()) return cents(amount);
  return amount.lt(cent) ? cents(amount) : `+${cents(amount)}`;
}

/** Units as they are, without noughts that say nothing: `1,500`, `0.333333`. */
export function units(amount: Decimal): string {
  return grouped(amount.toFixed());
}

/** A part of a whole in percent, one digit after the point; nothing where the whole is nothing. */
export function percent(part: Decimal, whole: Decimal): string | undefined {
  if (whole.isZero()) return undefined;
  return `${grouped(part.div(whole).times(100).toFixed(1, Decimal.ROUND_HALF_UP)).replace(/\.0$/, "")} %`;
}

/** Every digit, without an exponent: what programs read. */
export function exact(amount: Decimal): string {
  return amount.toFixed();
}

export interface ExactAmounts {
  low: string;
  expected: string;
  high: string;
}

export function exactAmounts({ low, expected, high }: Amounts): ExactAmounts {
  return { low: exact(low), expected: exact(expected), high: exact(high) };
}

export function minus(amounts: Amounts, other: Amounts): Amounts {
  return {
    low: amounts.low.minus(other.low),
    expected: amounts.expected.minus(other.expected),
    high: amounts.high.minus(other.high),
  };
}

function grouped(digits: string): string {
  const [whole = "", fraction] = digits.split(".");
  const parted = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? parted : `${parted}.${fraction}`;
}
