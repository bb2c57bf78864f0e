import { type DnsRecord } from "./dns";
import { type Estate } from "./estate";
import { type Domain, type Project } from "./projects";

/** What answers for a host. `origin` is the name by which its server is known: that of the standby after a failover. */
export type Site =
  | { kind: "project"; origin: string; project: Project; domain: Domain | undefined }
  | { kind: "fly"; origin: string; app: string }
  /** Somebody else's server: of it is known only that it is there. */
  | { kind: "elsewhere"; origin: string };

/** How a host is looked up. */
export interface Lookup {
  /** What Route 53 holds of a health check, as resolvers know it that keep a record so many seconds. */
  isHealthy: (healthCheckId: string, ttl: number) => boolean;
  /** Address that is asked without asking DNS. */
  address?: string | undefined;
}

const longestChain = 8;
const flyHost = /^([a-z0-9][a-z0-9-]*)\.fly\.dev$/;
const vercelHost = /(^|\.)(vercel-dns(-\d+)?\.com|vercel\.app)$/;
/** Where apex domains of Vercel point to. */
const vercelAddress = /^(76\.76\.21\.\d+|216\.\d+\.\d+\.\d+)$/;

/** The site that a host leads to now; undefined where nothing that was declared answers for it. */
export function siteOf(estate: Estate, host: string, lookup: Lookup): Site | undefined {
  const { name, target } =
    lookup.address === undefined
      ? resolve(estate.records, host, lookup)
      : { name: host, target: lookup.address };
  const app = flyHost.exec(target ?? name)?.[1] ?? flyHost.exec(name)?.[1];
  if (app !== undefined)
    return estate.flyApps.has(app) ? { kind: "fly", origin: name, app } : undefined;
  const isVercels = target === undefined || vercelHost.test(target) || vercelAddress.test(target);
  const project = isVercels ? projectAt(estate, host) : undefined;
  if (project) return { kind: "project", origin: host, ...project };
  if (target !== undefined) return isVercels ? undefined : { kind: "elsewhere", origin: name };
  const isChecked = estate.healthChecks.some((check) => check.host === host);
  return isChecked ? { kind: "elsewhere", origin: host } : undefined;
}

/** Vercel tells projects apart by the host that is asked for, whatever name led to it. */
function projectAt({ projects }: Estate, host: string) {
  for (const project of projects) {
    const domain = project.domains.find((other) => other.host === host);
    const isOwn = host === `${project.name}.vercel.app` || isDeploymentOf(project, host);
    if (domain || isOwn) return { project, domain };
  }
  return undefined;
}

/** `<project>-<nine letters and digits>.vercel.app` is one deployment of it. */
export function isDeploymentOf({ name }: Project, host: string): boolean {
  return (
    host.startsWith(`${name}-`) && /^[a-z0-9]{9}\.vercel\.app$/.test(host.slice(name.length + 1))
  );
}

/** Follows names until one leads out of the records that are ours. */
function resolve(records: readonly DnsRecord[], host: string, lookup: Lookup) {
  let name = host;
  for (let hop = 0; hop < longestChain; hop += 1) {
    const record = chosen(recordsAt(records, name), lookup);
    const target = record?.values[0];
    if (target === undefined || recordsAt(records, target).length === 0) return { name, target };
    name = target;
  }
  return { name, target: undefined };
}

const recordsAt = (records: readonly DnsRecord[], name: string) =>
  records.filter((record) => record.name === name && /^(A|AAAA|ALIAS|CNAME)$/.test(record.type));

/**
 * Of a failover pair the primary while it is healthy, and when neither is: Route 53 rather answers something. A record
 * without a check counts as healthy.
 */
function chosen(records: readonly DnsRecord[], { isHealthy }: Lookup): DnsRecord | undefined {
  const healthy = ({ healthCheckId, ttl }: DnsRecord) =>
    healthCheckId === undefined || isHealthy(healthCheckId, ttl);
  const primary = records.find(({ role }) => role === "PRIMARY");
  const secondary = records.find(({ role }) => role === "SECONDARY");
  if (!primary || !secondary) return records[0];
  return !healthy(primary) && healthy(secondary) ? secondary : primary;
}
