import type { Problem } from "../../core/errors";
import { defaults, type DnsSettings, type FailoverArgs, type RecordArgs } from "./args";

/** A record with every default filled in. */
export interface RecordSpec {
  /** Role of the child. */
  role: string;
  name: string;
  type: string;
  ttl: number;
  records: string[];
  failover?: "PRIMARY" | "SECONDARY";
}

/** Every record of the zone. Check the args with `dnsProblems` first. */
export function recordSpecs({ records = {}, failover }: DnsSettings): RecordSpec[] {
  const plain = Object.entries(records).map(([name, record]) => plainSpec(name, record));
  return failover ? [...plain, ...failoverSpecs(failover)] : plain;
}

/** What is wrong with the zone and its records; paths count from the args. */
export function dnsProblems(args: DnsSettings & { owned: boolean }): Problem[] {
  const { zone, owned, records = {}, failover } = args;
  const problems = Object.entries(records).flatMap(([host, record]) =>
    recordProblems(`records["${host}"]`, [host, zone.name], record),
  );
  if (!owned && zone.id === undefined) {
    problems.push({
      where: { path: "zone.id" },
      found: "missing, and another stack makes the zone",
      allowed: "the id of the zone",
      fix: "take it from the outputs of the stack that groundwork:shared.owner names",
    });
  }
  return failover ? [...problems, ...failoverProblems(zone.name, failover)] : problems;
}

function plainSpec(name: string, { type, values, ttl = defaults.ttl }: RecordArgs): RecordSpec {
  return { role: `record-${name}`, name, type, ttl, records: [...values] };
}

// Requirement: UPT-05
function failoverSpecs({ host, primary, standby, ttl = defaults.failoverTtl }: FailoverArgs) {
  const common = { name: host, type: "CNAME", ttl };
  return [
    { ...common, role: "primary", records: [primary], failover: "PRIMARY" as const },
    { ...common, role: "standby", records: [standby], failover: "SECONDARY" as const },
  ];
}

function recordProblems(
  at: string,
  [host, zone]: readonly [host: string, zone: string],
  { type, values }: RecordArgs,
): Problem[] {
  const problems: Problem[] = [];
  if (host !== zone && !host.endsWith(`.${zone}`)) {
    problems.push({ where: { path: at }, found: host, allowed: `${zone} or a host below it` });
  }
  if (type === "CNAME" && values.length !== 1) {
    const found = `${values.length} hosts`;
    problems.push({ where: { path: `${at}.values` }, found, allowed: "one host for a CNAME" });
  }
  if (type === "CNAME" && host === zone) {
    const fix = "give A records, with addresses";
    problems.push({ where: { path: `${at}.type` }, found: "CNAME of the zone's own name", fix });
  }
  return problems;
}

function failoverProblems(zone: string, { host, standby, ttl = 0 }: FailoverArgs): Problem[] {
  const problems: Problem[] = [];
  if (!host.endsWith(`.${zone}`)) {
    const allowed = `a host below ${zone}: the zone's own name can be no CNAME`;
    problems.push({ where: { path: "failover.host" }, found: host, allowed });
  }
  if (standby === host) {
    const allowed = "another host than the one that it stands in for";
    problems.push({ where: { path: "failover.standby" }, found: standby, allowed });
  }
  if (ttl > defaults.failoverTtl) {
    const allowed = `at most ${defaults.failoverTtl} seconds`;
    problems.push({ where: { path: "failover.ttl" }, found: `${ttl}`, allowed });
  }
  return problems;
}
