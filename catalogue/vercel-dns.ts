/**
 * Day on which the facts of this file were last compared with their sources.
 * @public
 */
export const vercelDnsCheckedOn = "2026-11-21";

/** Who answers for the names of a zone. */
export const dnsVendors = ["vercel", "route53"] as const;
export type DnsVendor = (typeof dnsVendors)[number];

/**
 * Where the name of a host must lead for Vercel to serve it: the zone's own name by address, because it can be no CNAME.
 * Source: https://vercel.com/docs/domains/set-up-custom-domain (2026-02-24).
 */
export const dnsTargets = {
  apex: { type: "A", value: "76.76.21.21" },
  subdomain: { type: "CNAME", value: "cname.vercel-dns-0.com" },
} as const;

/** Seconds for which resolvers keep a record: a switch to another address is done within a minute. */
export const dnsTtl = 60;
