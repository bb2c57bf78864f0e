import type { DeclaredResource } from "../../core/resource";
import type { PricingContext } from "../context";
import { type Amounts, mapAmounts } from "../scenarios";

/** What the meter of builds counts for each: three minutes on four CPUs. */
const cpus = 4;
const minutes = 3;

/** Minutes of builds, whatever the machine: CPU minutes of the meter by its four CPUs. */
export function buildMinutes(resource: DeclaredResource, context: PricingContext): Amounts {
  const used = context.used("hosting.buildCpuMinutes", resource, context.ofType(resource.type));
  return mapAmounts(used, (cpuMinutes) => cpuMinutes.div(cpus));
}

/** How many builds that is. */
export function builds(resource: DeclaredResource, context: PricingContext): Amounts {
  return mapAmounts(buildMinutes(resource, context), (all) => all.div(minutes));
}
