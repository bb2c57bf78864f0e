import { digitalocean } from "./digitalocean";
import { fly } from "./fly";
import type { ServiceHost } from "./host";
import { railway } from "./railway";
import { render } from "./render";

export { type ServiceCapability, serviceCapabilities } from "./capability";
export type { ServiceHost, ServicePlan } from "./host";

/** Who can run container services: `groundwork:services.<name>.vendor`. A further vendor is one more file and one more line. */
export const serviceHosts = { fly, render, railway, digitalocean } as const satisfies Record<
  string,
  ServiceHost
>;
export type ServiceVendor = keyof typeof serviceHosts;

export const serviceVendors = Object.keys(serviceHosts) as [ServiceVendor, ...ServiceVendor[]];

/** Who runs a service where the stack file does not say. */
export const defaultServiceVendor: ServiceVendor = "fly";

/** What is true of a vendor; undefined of one that nobody wrote down. */
export function serviceHost(vendor: string | undefined): ServiceHost | undefined {
  const name = vendor ?? defaultServiceVendor;
  return Object.hasOwn(serviceHosts, name) ? serviceHosts[name as ServiceVendor] : undefined;
}

/** The host that its vendor gives a service by itself. Undefined where it is known only afterwards, and of a vendor that nobody wrote down. */
export function serviceHostOf(service: {
  vendor?: string | undefined;
  app: string;
}): string | undefined {
  return serviceHost(service.vendor)?.hostOf?.(service.app);
}
