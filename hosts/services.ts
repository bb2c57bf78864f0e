import { ofKind, type VendorsOf } from "./contract/facts";
import type { ServiceHost } from "./contract/service";
import { facts } from "./tables/facts";

export { type ServiceCapability, serviceCapabilities } from "./contract/service-capability";
export type { ServiceHost, ServicePlan } from "./contract/service";

/** Who can run container services: `groundwork:services.<name>.vendor`. */
export type ServiceVendor = VendorsOf<typeof facts, "service">;
export const serviceHosts: Readonly<Record<ServiceVendor, ServiceHost>> = ofKind(facts, "service");

export const serviceVendors = Object.keys(serviceHosts) as [ServiceVendor, ...ServiceVendor[]];

/** Who runs a service where the stack file does not say. */
export const defaultServiceVendor = "fly" satisfies ServiceVendor;

/** What is true of a vendor; undefined of one that nobody wrote down. */
export function serviceHost(vendor: string | undefined): ServiceHost | undefined {
  const name = vendor ?? defaultServiceVendor;
  return Object.hasOwn(serviceHosts, name) ? serviceHosts[name as ServiceVendor] : undefined;
}

/**
 * The host that its vendor gives a service by itself. Undefined of a worker, which nobody asks, where it is known only
 * afterwards, and of a vendor that nobody wrote down.
 */
export function serviceHostOf(service: {
  vendor?: string | undefined;
  kind?: string | undefined;
  app: string;
}): string | undefined {
  if (service.kind === "worker") return undefined;
  return serviceHost(service.vendor)?.hostOf?.(service.app);
}
