import { tierDefaults } from "../defaults";
import { withDerivedChecks } from "../derived/checks";
import { isIn } from "../derived/dns";
import { filePath, type SettingsProblem } from "../problems";
import type { DnsSection } from "../sections/dns";
import type { FileSettings } from "../settings";

/** Seconds within which visitors must reach the standby. */
const longestSwitch = 60;

// Requirement: UPT-05
/** What is wrong between the zone, the hosts of the hosting project, and the checks. */
export function dnsConflicts(file: FileSettings): SettingsProblem[] {
  const { dns, hosting } = file;
  if (!dns) return [];
  return [
    ...Object.keys(dns.records ?? {}).flatMap((host) => zoneProblems(host, dns)),
    ...Object.entries(hosting.domains ?? {}).flatMap(([host, domain]) =>
      domain.dns && isIn(host, dns.zone.name) ? [twoAuthorities(host, dns.zone.name)] : [],
    ),
    ...(dns.failover ? failoverProblems(file, dns, dns.failover) : []),
  ];
}

function zoneProblems(host: string, { zone, failover }: DnsSection): SettingsProblem[] {
  const path = filePath(["dns", "records", host]);
  if (!isIn(host, zone.name)) {
    return [{ path, found: `a host outside ${zone.name}`, allowed: "a host of the zone" }];
  }
  if (host !== failover?.host) return [];
  return [{ path, found: "a host that failover answers for", fix: "remove one of the two" }];
}

function twoAuthorities(host: string, zone: string): SettingsProblem {
  return {
    path: filePath(["hosting", "domains", host, "dns"]),
    found: `a record of ${zone}, which groundwork:dns answers for`,
    fix: "remove it: hosts of the hosting project have their records there without a word",
  };
}

function failoverProblems(
  file: FileSettings,
  { zone, records = {} }: DnsSection,
  { host, standby }: NonNullable<DnsSection["failover"]>,
): SettingsProblem[] {
  const domain = file.hosting.domains?.[host];
  const at = (key: string) => filePath(["dns", "failover", key]);
  const problems: SettingsProblem[] = [];
  if (!domain || domain.redirect !== undefined) {
    const allowed = "a host that groundwork:hosting.domains serves the app at";
    problems.push({ path: at("host"), found: host, allowed });
  }
  if (host === zone.name || !isIn(host, zone.name)) {
    const allowed = `a host below ${zone.name}: the zone's own name can be no CNAME`;
    problems.push({ path: at("host"), found: host, allowed });
  }
  if (standby === host || !Object.hasOwn(records, standby)) {
    const fix = `add ${standby} to groundwork:dns.records`;
    problems.push({ path: at("standby"), found: standby, allowed: "another host of records", fix });
  }
  return [...problems, ...switchProblems(file, host)];
}

/** A check that needs longer than a minute makes the record's short life worthless. */
function switchProblems(file: FileSettings, host: string): SettingsProblem[] {
  const { defaults = {} } = file.uptime ?? {};
  const byTier = tierDefaults[file.stack.tier].uptime;
  return Object.entries(withDerivedChecks(file)).flatMap(([key, check]) => {
    if (check.fqdn !== host) return [];
    const settings = { ...byTier, ...defaults, ...check };
    const seconds = settings.requestInterval * settings.failureThreshold;
    if (seconds <= longestSwitch) return [];
    const own = Object.hasOwn(file.uptime?.checks ?? {}, key);
    return [
      {
        path: filePath(own ? ["uptime", "checks", key] : ["dns", "failover", "host"]),
        found: `${host} counts as down after ${seconds} seconds`,
        allowed: `at most ${longestSwitch}: failureThreshold times requestInterval`,
      },
    ];
  });
}
