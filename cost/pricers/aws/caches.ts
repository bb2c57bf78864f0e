import { Decimal } from "decimal.js";
import { elasticache } from "../../../catalogue/cache";
import type { DeclaredResource } from "../../../core/resource";
import type { PricingContext } from "../../context";
import type { Pricing } from "../../model";
import { freeOf, type Pricer, type Pricers } from "../../pricer";
import { type Amounts, mapAmounts } from "../../scenarios";
import { knowing, numberAt, textAt } from "../inputs";

const cacheType = "aws:elasticache/serverlessCache:ServerlessCache";
const source = "https://aws.amazon.com/elasticache/pricing/";

/** Hours of a month. */
const hours = 730;
const secondsAMonth = hours * 3600;

/** GB that are paid however little there is. */
const leastGb: Readonly<Record<string, number>> = { valkey: 0.1, redis: 1 };

/** Data by the hour, processing units by the million, and a snapshot for each day that one is kept. */
const cache: Pricer = (resource, context) => {
  const engine = textAt(resource, "engine") ?? "";
  const floor = leastGb[engine];
  if (floor === undefined) {
    return [{ notPriced: `no price of a cache of the engine "${engine}" is known` }];
  }
  const region = context.awsRegion(resource);
  const data = dataOf(resource, context, floor);
  return [
    {
      sku: `elasticache-${engine}-data`,
      region,
      quantity: mapAmounts(data, (gb) => gb.times(hours)),
      rests: ["cache.dataGb", `${floor} GB at least`],
    },
    {
      sku: `elasticache-${engine}-ecpu`,
      region,
      quantity: mapAmounts(unitsOf(resource, context), (units) => units.div(1_000_000)),
      rests: ["cache.commands", "a unit for each command"],
    },
    ...snapshots(resource, region, data),
  ];
};

/** No less than is kept ready, no more than there may be. */
function dataOf(resource: DeclaredResource, context: PricingContext, floor: number): Amounts {
  const least = numberAt(resource, "cacheUsageLimits.dataStorage.minimum") ?? 0;
  const most =
    numberAt(resource, "cacheUsageLimits.dataStorage.maximum") ?? elasticache.dataGb.most;
  const used = context.used("cache.dataGb", resource, context.ofType(cacheType));
  return mapAmounts(used, (gb) => Decimal.max(Decimal.min(gb, most), least, floor));
}

/** What is kept ready each second is paid whether it is used or not. */
function unitsOf(resource: DeclaredResource, context: PricingContext): Amounts {
  const ready = numberAt(resource, "cacheUsageLimits.ecpuPerSeconds[0].minimum") ?? 0;
  const used = context.used("cache.commands", resource, context.ofType(cacheType));
  return mapAmounts(used, (units) => Decimal.max(units, new Decimal(ready).times(secondsAMonth)));
}

function snapshots(resource: DeclaredResource, region: string, data: Amounts): Pricing[] {
  const days = numberAt(resource, "snapshotRetentionLimit") ?? 0;
  if (days === 0) return [];
  const quantity = mapAmounts(data, (gb) => gb.times(days));
  return [
    { sku: "elasticache-snapshots", region, quantity, rests: ["each snapshot holds it all"] },
  ];
}

export const awsCachePricers: Pricers = {
  [cacheType]: knowing(["engine", "snapshotRetentionLimit"], cache),
  ...freeOf(
    ["aws:elasticache/user:User", "aws:elasticache/userGroup:UserGroup"],
    "a part of the cache, which is paid",
    source,
  ),
};
