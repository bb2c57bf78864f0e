import { Decimal } from "decimal.js";

/** `1,159`, whatever the language of the machine. */
export function grouped(count: number | string): string {
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}

/** `$1,234.50`, `−$18.33`: US dollars out of decimal text. */
export function usd(amount: string): string {
  const value = new Decimal(amount);
  const [whole = "0", cents = "00"] = value.abs().toFixed(2).split(".");
  const sign = value.isNegative() && !/^0*$/.test(whole + cents) ? "−" : "";
  return `${sign}$${grouped(whole)}.${cents}`;
}

/** `1 rule`, `2 rules` */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** A length of a drawing, to two digits: the same bytes everywhere. */
export function length(value: number): string {
  return String(Math.round(value * 100) / 100);
}
