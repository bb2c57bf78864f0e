import type { Decimal } from "decimal.js";
import type { Price } from "../catalogue/prices/price";
import type { MeterId } from "../catalogue/usage";
import type { Amounts } from "./scenarios";

/** Units of one price that one resource takes a month. */
export interface Charge {
  /** Of a price in `catalogue/prices`. */
  sku: string;
  quantity: Amounts;
  /** Region of the resource; the price of another one stands in, marked, where it has none of its own. */
  region?: string;
  /** What the quantity rests on besides the declared inputs: meters, or a sentence. */
  rests?: readonly (MeterId | (string & {}))[];
}

/** Nothing is paid for it, and who says so. */
export interface Free {
  free: string;
  source: string;
}

/** It costs something that cannot be told, and why. Never counted as nothing. */
export interface Unpriced {
  notPriced: string;
}

export type Pricing = Charge | Free | Unpriced;

/** What a line is: paid whatever happens, paid by use, or taken off the bill of an account. */
export type LineKind = "fixed" | "usage" | "allowance" | "volume" | "credit";

/** One line of the bill, in US dollars a month. `monthlyUsd` is `quantity` less `included`, times the price. */
export interface CostLine {
  /** URN, or `account:<vendor>` for what an account is billed or granted once. */
  resource: string;
  /** Logical name of the outermost component around it; the resource's own where there is none, the vendor for an account. */
  component: string;
  kind: LineKind;
  price: Price;
  /** The region whose price stands in, where the resource's own has none. */
  standsIn?: string;
  quantity: Amounts;
  /** Free units of this resource alone. */
  included: Decimal;
  rests: readonly string[];
  monthlyUsd: Amounts;
}

export interface FreeResource extends Free {
  resource: string;
  component: string;
}

export interface UnpricedResource extends Unpriced {
  resource: string;
  component: string;
  /** Type token, for lists by type. */
  type: string;
}

/** What one stack costs a month. The total is the sum of the lines, to the last digit. */
export interface Estimate {
  stack: string;
  /** In the order of component, resource and sku; lines of accounts last. */
  lines: readonly CostLine[];
  free: readonly FreeResource[];
  notPriced: readonly UnpricedResource[];
  /** What another stack counts: `plan and seats of Vercel: prod`. */
  elsewhere: readonly string[];
  total: Amounts;
}
