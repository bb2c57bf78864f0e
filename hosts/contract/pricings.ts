import type { Pricing } from "../../cost/model";
import type { AccountPricer, Credit, Pricer, Pricers } from "../../cost/pricer";
import type { ServicePart } from "../../cost/pricers/services/part";

/** What a vendor's `cost.ts` says: what is billed, in prices that `catalogue/prices` has. */
export interface VendorPricing {
  /** A site that a file is rendered for. */
  site?: Pricer;
  /** A service that a file is rendered for. */
  service?: (part: ServicePart) => readonly Pricing[];
  /** Resources that are declared in its cloud, by type. */
  resources?: Pricers;
  /** What the account is billed once. */
  account?: AccountPricer;
  /** What its plan pays of the use. */
  credit?: Credit;
}
