import { dnsTargets, dnsTtl } from "../../catalogue/vercel-dns";
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
  hosting: Pick<HostingSection, "domains">;
  dns?: DnsSection | undefined;
}

// Requirement: HOST-06, UPT-05
/** Each host of the hosting project that is in the zone leads to Vercel. What the file says itself wins. */
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
  const derived = hosts.map((host) => [host, recordOf(host, zone.name)] as const);
  return {
    ...{ product, tier, owner },
    zone: { protect, ...zone },
    records: { ...Object.fromEntries(derived), ...records },
    ...(failover && { failover: { ...failover, primary: dnsTargets.subdomain.value } }),
  };
}

export function isIn(host: string, zone: string): boolean {
  return host === zone || host.endsWith(`.${zone}`);
}

function recordOf(host: string, zone: string): Records[string] {
  const { type, value } = dnsTargets[host === zone ? "apex" : "subdomain"];
  return { type, values: [value], ttl: dnsTtl };
}
