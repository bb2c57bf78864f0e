import { type PropertyMap, type Value } from "../../core/value";
import type { Pricing } from "../../cost/model";
import { always, mapAmounts } from "../../cost/scenarios";
import {
  hoursOfMonth,
  isScaled,
  numberIn,
  type ServicePart,
  sentBy,
} from "../../cost/pricers/services/part";
import { machineCharges, sizeOf } from "../../cost/pricers/fly/machines";
import { type Spread, spreadOf } from "../../cost/pricers/fly/spread";

/** Machines by the hour that they run, and what they send. Shared addresses and the certificates of `fly.dev` are free. */
export function service(part: ServicePart): readonly Pricing[] {
  const { name, service: declared } = part;
  const size = sizeOf(declared);
  if ("notPriced" in size) return [{ notPriced: `${name}: ${size.notPriced}` }];
  const spread = whereOf(declared);
  if (!spread)
    return [{ notPriced: `${name}: where its machines run is not known before the update` }];
  return [
    ...spread.flatMap(({ region, machines }) =>
      machineCharges(
        size,
        mapAmounts(machines, (count) => count.times(hoursOfMonth)),
        region,
        isScaled(declared)
          ? [`${name}: the least number of machines, in a busy month the most`]
          : [],
      ),
    ),
    ...diskCharges(declared),
    ...egressCharges(part, spread),
  ];
}

/** A disk for each machine that there may be, whether it runs or not. */
function diskCharges({ disk, scale }: PropertyMap): Pricing[] {
  const sizeGb = numberIn(disk, "sizeGb");
  const machines = numberIn(scale, "max") ?? 1;
  if (sizeGb === undefined) return [];
  return [{ sku: "fly-volume", quantity: always(sizeGb * machines) }];
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

/** What the service sends, an equal part from each region. */
function egressCharges(part: ServicePart, spread: Spread): Pricing[] {
  const quantity = mapAmounts(sentBy(part), (gb) => gb.div(spread.length));
  const rests = ["services.egressGb", "each region sends the same"];
  return spread.map(({ region }) => ({ sku: "fly-egress", region, quantity, rests }));
}
