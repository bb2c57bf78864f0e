import type { PriceVendor } from "../catalogue/prices/price";
import type { DeclaredResource } from "../core/resource";
import type { PricingContext } from "./context";
import type { Charge, Free, Pricing } from "./model";

/** What one resource of a type costs: the charges of its inputs, or why there is none. Pure. */
export type Pricer = (resource: DeclaredResource, context: PricingContext) => readonly Pricing[];

/** Pricers by type token. */
export type Pricers = Readonly<Record<string, Pricer>>;

/** What a vendor bills an account once for, whatever the stack declares of it: plans, seats. */
export interface AccountPricer {
  vendor: PriceVendor;
  /** For words: `plan and seats of Vercel`. */
  what: string;
  /** Nothing where the stack has nothing of the vendor. */
  charges: (context: PricingContext) => readonly Charge[];
}

/** Usage that a plan pays for: taken off the lines of some prices until it is used up. */
export interface Credit {
  vendor: PriceVendor;
  /** The price that says how much; its `usd` is the credit, above 0. */
  sku: string;
  /** Prices that it pays for. */
  pays: readonly string[];
  /** Whether the plan that grants it is there. */
  granted: (context: PricingContext) => boolean;
  /** How often it is granted, where several accounts have it; once where left out. */
  times?: (context: PricingContext) => number;
}

/** What nobody is billed for, by type: the reason, and who says so. */
export function freeOf(types: readonly string[], free: string, source: string): Pricers {
  const answer: readonly Free[] = [{ free, source }];
  return Object.fromEntries(types.map((type) => [type, () => answer]));
}
