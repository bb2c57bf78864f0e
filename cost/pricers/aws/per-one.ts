import type { MeterId } from "../../../catalogue/usage";
import type { DeclaredResource } from "../../../core/resource";
import type { PricingContext } from "../../context";
import type { Charge } from "../../model";

/** Shared with none, so that nothing is divided. */
const none: readonly DeclaredResource[] = [];

/** Units of a meter that says how much each one takes, not all of the stack together: `seconds a run`. */
export function perOne(
  context: PricingContext,
  meter: MeterId,
  resource: DeclaredResource,
): Required<Pick<Charge, "quantity" | "rests">> {
  return { quantity: context.used(meter, resource, none), rests: [meter] };
}
