import { Decimal } from "decimal.js";
import { tokens } from "../../../core/tokens";
import type { DeclaredResource } from "../../../core/resource";
import { isPropertyMap, type PropertyMap, readProperty, type Value } from "../../../core/value";
import type { PricingContext } from "../../context";
import type { Pricing } from "../../model";
import type { Pricer, Pricers } from "../../pricer";
import { mapAmounts } from "../../scenarios";
import { notKnown, valueAt } from "../inputs";
import { machineCharges, type Size, sizeOf } from "./machines";
import { type Spread, spreadOf } from "./spread";

/** Hours of a month. Fly bills by the second that a machine runs. */
const hours = 730;

/** Every service of the component. Shared addresses and the certificates of `fly.dev` are free. */
const services: Pricer = (resource, context) => {
  const unknown = notKnown(resource, ["services"]);
  if (unknown) return unknown;
  const declared = valueAt(resource, "services");
  if (!isPropertyMap(declared)) return [];
  const all = Object.entries(declared);
  const previewing = all.filter(([, one]) => isPropertyMap(one) && isPropertyMap(one.previews));
  const shared = { resource, context, services: all.length, previewing: previewing.length };
  return all.flatMap(([name, service]): readonly Pricing[] => {
    if (!isPropertyMap(service)) return [{ notPriced: `${name} is not known before the update` }];
    if (service.vendor !== "fly") {
      return [{ notPriced: `${name}: no prices of its vendor are reckoned here` }];
    }
    return serviceCharges({ name, service, ...shared });
  });
};

interface Part {
  name: string;
  service: PropertyMap;
  resource: DeclaredResource;
  context: PricingContext;
  /** How many services share what is sent, and how many the previews. */
  services: number;
  previewing: number;
}

function serviceCharges(part: Part): readonly Pricing[] {
  const { name, service } = part;
  const size = sizeOf(service);
  if ("notPriced" in size) return [{ notPriced: `${name}: ${size.notPriced}` }];
  const spread = whereOf(service);
  if (!spread)
    return [{ notPriced: `${name}: where its machines run is not known before the update` }];
  return [
    ...spread.flatMap(({ region, machines }) =>
      machineCharges(
        size,
        mapAmounts(machines, (count) => count.times(hours)),
        region,
        isScaled(service)
          ? [`${name}: the least number of machines, in a busy month the most`]
          : [],
      ),
    ),
    ...previewCharges(part, size),
    ...egressCharges(part, spread),
  ];
}

function whereOf({ scale, regions, primaryRegion }: PropertyMap): Spread | undefined {
  const min = numberIn(scale, "min");
  const max = numberIn(scale, "max");
  const named = Array.isArray(regions) ? (regions as readonly Value[]) : [];
  const codes = named.filter((one) => typeof one === "string");
  const complete = codes.length === named.length && codes.length > 0;
  if (min === undefined || max === undefined || !complete) return undefined;
  return spreadOf(
    { min, max },
    codes,
    typeof primaryRegion === "string" ? primaryRegion : codes[0]!,
  );
}

/** Previews run on machines that the service starts itself, as many at a time as the pool has room for. */
function previewCharges(
  { name, service, resource, context, previewing }: Part,
  size: Size,
): Pricing[] {
  const { previews, primaryRegion } = service;
  if (!isPropertyMap(previews) || typeof primaryRegion !== "string") return [];
  const poolSize = numberIn(previews, "poolSize");
  if (poolSize === undefined)
    return [{ notPriced: `${name}: the size of its pool of previews is not known` }];
  const room = new Decimal(poolSize).times(hours);
  const used = context.used("services.previewHours", resource, context.ofType(resource.type));
  return machineCharges(
    size,
    mapAmounts(used, (all) => Decimal.min(all.div(previewing), room)),
    primaryRegion,
    ["services.previewHours", `${name}: previews run on machines of the service's own size`],
  );
}

/** What the services send, an equal part each, and of that an equal part from each region. */
function egressCharges({ resource, context, services }: Part, spread: Spread): Pricing[] {
  const used = context.used("services.egressGb", resource, context.ofType(resource.type));
  const quantity = mapAmounts(used, (gb) => gb.div(services).div(spread.length));
  const rests = ["services.egressGb", "each region sends the same"];
  return spread.map(({ region }) => ({ sku: "fly-egress", region, quantity, rests }));
}

function isScaled({ scale }: PropertyMap): boolean {
  return numberIn(scale, "min") !== numberIn(scale, "max");
}

function numberIn(map: Value | undefined, key: string): number | undefined {
  const reading = readProperty(map ?? null, [key]);
  return reading.state === "known" && typeof reading.value === "number" ? reading.value : undefined;
}

export const flyPricers: Pricers = { [tokens.containerService]: services };
