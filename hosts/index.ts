import { ofKind, type VendorsOf } from "./contract/facts";
import type { DnsTarget, Host } from "./contract/site";
import { facts } from "./tables/facts";

export { type HostCapability, hostCapabilities } from "./contract/capability";
export type { DnsTarget, Host } from "./contract/site";

/** Who can serve the site of a stack: `groundwork:hosting.vendor`. */
export type HostVendor = VendorsOf<typeof facts, "site">;
export const hosts: Readonly<Record<HostVendor, Host>> = ofKind(facts, "site");

export const hostVendors = Object.keys(hosts) as [HostVendor, ...HostVendor[]];

/** Who serves where the stack file does not say. */
export const defaultHost = "vercel" satisfies HostVendor;

/** What is true of a host. */
export function hostOf(vendor: HostVendor = defaultHost): Host {
  return hosts[vendor];
}

/** Statuses of a redirect that browsers keep, and those that they do not. */
const alike: readonly (readonly number[])[] = [
  [301, 308],
  [302, 307],
];

/** The status that a redirect has there: as asked, or else the one that differs in methods alone; undefined for neither. */
export function redirectStatusAt(
  vendor: HostVendor | undefined,
  asked: number,
): number | undefined {
  const { redirectStatuses: known } = hostOf(vendor);
  if (known.includes(asked)) return asked;
  return alike.find((pair) => pair.includes(asked))?.find((status) => known.includes(status));
}

/** Where a name must lead for the host to serve the site there. `apex`: the zone's own name. */
export function dnsTargetOf(
  vendor: HostVendor | undefined,
  site: string,
  name: "apex" | "subdomain",
): DnsTarget {
  const { dns } = hostOf(vendor);
  return name === "apex" ? dns.apex : dns.subdomain(site);
}
