import { Decimal } from "decimal.js";
import { isPropertyMap } from "../../../core/value";
import type { Pricing } from "../../model";
import { mapAmounts } from "../../scenarios";
import { machineCharges, sizeOf } from "../fly/machines";
import { hoursOfMonth, numberIn, type ServicePart } from "./part";

/**
 * Previews run on machines of Fly that the service starts itself, whoever runs the service: as many at a time as the pool
 * has room for.
 */
export function previewCharges(part: ServicePart): readonly Pricing[] {
  const { name, service, resource, context, previewing } = part;
  const { previews, primaryRegion } = service;
  if (!isPropertyMap(previews) || typeof primaryRegion !== "string") return [];
  const size = sizeOf(service);
  // A service on Fly says so itself, of machines of the same size.
  if ("notPriced" in size) return [];
  const poolSize = numberIn(previews, "poolSize");
  if (poolSize === undefined) {
    return [{ notPriced: `${name}: the size of its pool of previews is not known` }];
  }
  const room = new Decimal(poolSize).times(hoursOfMonth);
  const used = context.used("services.previewHours", resource, context.ofType(resource.type));
  return machineCharges(
    size,
    mapAmounts(used, (all) => Decimal.min(all.div(previewing), room)),
    primaryRegion,
    ["services.previewHours", `${name}: previews run on machines of the service's own size`],
  );
}
