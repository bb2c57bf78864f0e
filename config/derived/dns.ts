import { dnsTargetOf } from "../../hosts";
import { dnsTtl } from "../../catalogue/vercel-dns";
import type { Tier } from "../../core/profile";
import type { DnsSection } from "../sections/dns";
import type { HostingSection } from "../sections/hosting";
import type { StackSection } from "../sections/stack";

type Records = NonNullable<DnsSection["records"]>;
type Failover = NonNullable<DnsSection["failover"]>;

/** A stack's zone with everything filled in that follows from the rest of the file. */
export interface DnsSettings {
  product: string;
  tier: Tier;
  owner: string;
  zone: DnsSection["zone"] & { protect: boolean };
  records: Records;
  /** With where the app itself is served. */
  failover?: (Failover & { primary: string }) | undefined;
}

interface Declared {
  stack: StackSection;
  hosting: Pick<HostingSection, "vendor" | "name" | "domains">;
  dns?: DnsSection | undefined;
}

// Requirement: HOST-06, UPT-05
/** Each host of the hosting project that is in the zone leads to who serves it. What the file says itself wins. */
export function derivedDns(
  { stack, hosting, dns }: Declared,
  protect: boolean,
): DnsSettings | undefined {
  if (!dns) return undefined;
  const { product, tier, owner } = stack;
  const { zone, failover, records } = dns;
  const hosts = Object.keys(hosting.domains ?? {}).filter(
    (host) => isIn(host, zone.name) && host !== failover?.host,
  );
  const derived = hosts.map((host) => [host, recordOf(host, zone.name, hosting)] as const);
  const primary = failover && primaryOf(failover.host, hosting);
  return {
    ...{ product, tier, owner },
    zone: { protect, ...zone },
    records: { ...Object.fromEntries(derived), ...primary?.records, ...records },
    ...(failover && primary && { failover: { ...failover, primary: primary.host } }),
  };
}

export function isIn(host: string, zone: string): boolean {
  return host === zone || host.endsWith(`.${zone}`);
}

function recordOf(
  host: string,
  zone: string,
  { vendor, name }: Declared["hosting"],
): Records[string] {
  const { type, values } = dnsTargetOf(vendor, name, host === zone ? "apex" : "subdomain");
  return { type, values: [...values], ttl: dnsTtl };
}

/**
 * Where the app itself is served: a name, because both answers of a failover are CNAMEs. A host that has addresses alone
 * gets one in front of them.
 */
function primaryOf(
  app: string,
  { vendor, name }: Declared["hosting"],
): { host: string; records: Records } {
  const { type, values } = dnsTargetOf(vendor, name, "subdomain");
  if (type === "CNAME") return { host: values[0] ?? "", records: {} };
  const host = `primary.${app}`;
  return { host, records: { [host]: { type, values: [...values], ttl: dnsTtl, check: false } } };
}
