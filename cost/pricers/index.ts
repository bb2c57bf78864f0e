import type { AccountPricer, Credit, Pricers } from "../pricer";
import { awsObservabilityPricers } from "./aws/observability";
import { awsStoragePricers } from "./aws/storage";

/** Pricers of every type that has one. */
export const pricers: Pricers = {
  ...awsObservabilityPricers,
  ...awsStoragePricers,
};

/** What accounts are billed once. */
export const accounts: readonly AccountPricer[] = [];

/** What plans pay of the usage. */
export const credits: readonly Credit[] = [];
