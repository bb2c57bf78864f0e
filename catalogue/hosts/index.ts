import { digitalocean } from "./digitalocean";
import type { DnsTarget, Host } from "./host";
import { netlify } from "./netlify";
import { render } from "./render";
import { vercel } from "./vercel";

export { type HostCapability, hostCapabilities } from "./capability";
export type { DnsTarget, Host } from "./host";

/** Who can serve the site of a stack: `groundwork:hosting.vendor`. A further host is one more file and one more line. */
export const hosts = { vercel, netlify, render, digitalocean } as const satisfies Record<
  string,
  Host
>;
export type HostVendor = keyof typeof hosts;

export const hostVendors = Object.keys(hosts) as [HostVendor, ...HostVendor[]];

/** Who serves where the stack file does not say. */
export const defaultHost: HostVendor = "vercel";

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
