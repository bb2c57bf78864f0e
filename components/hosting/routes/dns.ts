import { dnsTargetOf, type HostVendor } from "../../../hosts";
import { dnsTtl, type DnsVendor } from "../../../catalogue/vercel-dns";
import type { Problem } from "../../../core/errors";
import type { DnsArgs } from "./args";

/** A DNS record by which a host leads to where the project is served. */
export interface DnsSpec {
  host: string;
  vendor: DnsVendor;
  zone: string;
  zoneId: string;
  /** The host without its zone; empty for the zone's own name. */
  label: string;
  type: "A" | "CNAME";
  values: readonly string[];
  ttl: number;
}

/** What decides where names lead. */
interface Served {
  vendor?: HostVendor | undefined;
  name: string;
  domains?: Domains | undefined;
}

type Domains = Readonly<Record<string, { dns?: DnsArgs | undefined }>>;

// Requirement: HOST-06
/** One record for each host whose DNS is declared, in the order of the hosts. Check with `dnsProblems` first. */
export function dnsSpecs({ vendor, name, domains = {} }: Served): DnsSpec[] {
  return Object.entries(domains).flatMap(([host, { dns }]) =>
    dns
      ? [
          {
            ...{ host, vendor: dns.vendor, zone: dns.zone, zoneId: dns.zoneId ?? "" },
            label: host.slice(0, -dns.zone.length - 1),
            ...dnsTargetOf(vendor, name, host === dns.zone ? "apex" : "subdomain"),
            ttl: dns.ttl ?? dnsTtl,
          },
        ]
      : [],
  );
}

/** What is wrong with the DNS of the hosts; paths count from the args. */
export function dnsProblems(domains: Domains = {}): Problem[] {
  return Object.entries(domains).flatMap(([host, { dns }]) =>
    (dns ? problemsOf(host, dns) : []).map((problem) => ({
      ...problem,
      where: { path: `domains["${host}"].dns.${problem.where.path}` },
    })),
  );
}

function problemsOf(host: string, { vendor, zone, zoneId }: DnsArgs): Problem[] {
  const problems: Problem[] = [];
  if (host !== zone && !host.endsWith(`.${zone}`)) {
    problems.push({
      where: { path: "zone" },
      found: `${zone}, in which ${host} is not`,
      allowed: `${host} or what stands behind one of its dots`,
    });
  }
  if (vendor === "route53" && !zoneId) {
    problems.push({
      where: { path: "zoneId" },
      found: "no hosted zone",
      allowed: "the id of the zone in Route 53, such as Z0123456789ABCDEFGHIJ",
    });
  }
  if (vendor === "vercel" && zoneId) {
    problems.push({
      where: { path: "zoneId" },
      found: `${zoneId}, which Vercel has no use for`,
      fix: "leave it out, or give vendor: route53",
    });
  }
  return problems;
}
