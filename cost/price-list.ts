import { Decimal } from "decimal.js";
import { groupBy } from "../core/group";
import { prices } from "../catalogue/prices";
import type { Price } from "../catalogue/prices/price";
import { remembered } from "./remembered";

const bySku = groupBy(prices, ({ sku }) => sku);

/** The region whose prices stand in for those of regions that have none here: AWS's oldest, and never its dearest. */
const standInRegion = "us-east-1";

export interface FoundPrice {
  price: Price;
  /** Set where it is another region's. */
  standsIn?: string;
}

/** The price of a sku where the resource is; another region's where none is known there. Throws on an unknown sku. */
export function priceOf(sku: string, region?: string): FoundPrice {
  const found = bySku.get(sku) ?? [];
  const own = found.find((price) => price.region === region) ?? found.find((one) => !one.region);
  if (own) return { price: own };
  const price = found.find((one) => one.region === standInRegion) ?? found[0];
  if (!price) throw new Error(`no price has the sku ${sku}`);
  return { price, standsIn: price.region ?? standInRegion };
}

/** A price's sums as decimals, read from their text once. */
export interface ReadPrice {
  /** Undefined where the vendor publishes none. */
  usd: Decimal | undefined;
  /** Free units of each resource. */
  included: Decimal;
}

export const readPrice = remembered((price: Price): ReadPrice => ({
  usd: price.usd === null ? undefined : new Decimal(price.usd),
  included: new Decimal(price.included?.per === "resource" ? price.included.quantity : 0),
}));
