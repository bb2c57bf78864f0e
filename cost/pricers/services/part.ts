import type { DeclaredResource } from "../../../core/resource";
import { type PropertyMap, readProperty, type Value } from "../../../core/value";
import type { PricingContext } from "../../context";
import { type Amounts, mapAmounts } from "../../scenarios";

/** Hours of a month. */
export const hoursOfMonth = 730;

/** One service of a component, with what its price needs to know of the others. */
export interface ServicePart {
  name: string;
  service: PropertyMap;
  resource: DeclaredResource;
  context: PricingContext;
  /** How many services share what is sent, and how many the previews. */
  services: number;
  previewing: number;
}

/** GB that the service sends: an equal part of what all of them do. */
export function sentBy({ resource, context, services }: ServicePart): Amounts {
  const used = context.used("services.egressGb", resource, context.ofType(resource.type));
  return mapAmounts(used, (gb) => gb.div(services));
}

export function isScaled({ scale }: PropertyMap): boolean {
  return numberIn(scale, "min") !== numberIn(scale, "max");
}

export function numberIn(map: Value | undefined, key: string): number | undefined {
  const reading = readProperty(map ?? null, [key]);
  return reading.state === "known" && typeof reading.value === "number" ? reading.value : undefined;
}
