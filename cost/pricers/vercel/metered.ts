import type { MeterId } from "../../../catalogue/usage";
import type { DeclaredResource } from "../../../core/resource";
import type { PricingContext } from "../../context";
import type { Charge } from "../../model";
import { mapAmounts } from "../../scenarios";

/** Use that is billed by a price: how many of the meter's units make one of the price's. */
export interface Metered {
  sku: string;
  meter: MeterId;
  per?: number;
}

/** Where it is priced, and what that rests on beside the meter. */
interface Place {
  region?: string;
  rests?: readonly string[];
}

/** What falls to one resource of those that share the meters. */
export function meteredCharges(
  meters: readonly Metered[],
  resource: DeclaredResource,
  context: PricingContext,
  { region, rests = [] }: Place = {},
): Charge[] {
  const sharers = context.ofType(resource.type);
  return meters.map(({ sku, meter, per = 1 }) => ({
    sku,
    ...(region !== undefined && { region }),
    quantity: mapAmounts(context.used(meter, resource, sharers), (units) => units.div(per)),
    rests: [meter, ...rests],
  }));
}
