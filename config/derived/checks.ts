import { hostOf, type HostVendor, redirectStatusAt } from "../../hosts";
import type { DnsSection } from "../sections/dns";
import type { HostingSection } from "../sections/hosting";
import type { ServicesSection } from "../sections/services";
import type { UptimeSection } from "../sections/uptime";
import type { StorageSection } from "../sections/storage";
import { servedBuckets } from "./served-buckets";
import { productServices } from "./services";

export type Checks = NonNullable<UptimeSection["checks"]>;
type Check = Checks[string];

interface Declared {
  hosting: Pick<HostingSection, "vendor" | "domains">;
  services?: ServicesSection | undefined;
  dns?: DnsSection | undefined;
  storage?: StorageSection | undefined;
  uptime?: Pick<UptimeSection, "checks" | "defaults"> | undefined;
}

/** What visitors are sent on with where a domain says nothing. */
const redirectStatus = 308;

// Requirement: UPT-01, UPT-02, UPT-03, ALRT-12
/**
 * A check for every public host of the stack, by the host's name: hosts of the hosting project, whether they serve or
 * redirect, each container service, each bucket that is served, each further host of the zone. What the file says about a host itself wins, under the
 * file's own name for the check.
 */
export function withDerivedChecks(declared: Declared): Checks {
  const own = declared.uptime?.checks ?? {};
  const derived = derivedChecks(declared);
  const completed = Object.entries(own).map(([key, check]) => [
    key,
    completedBy(check, derived.get(check.fqdn), appPath(declared)),
  ]);
  const said = new Set(Object.values(own).map(({ fqdn }) => fqdn));
  const others = [...derived].filter(([host]) => !said.has(host));
  return Object.fromEntries([...completed, ...others]) as Checks;
}

/** The first word about a host holds: what the hosting project serves is not asked as a mere record of the zone. */
function derivedChecks(declared: Declared): ReadonlyMap<string, Check> {
  const { hosting, services, dns, storage } = declared;
  const all = [
    ...Object.entries(hosting.domains ?? {}).flatMap(([host, { redirect, redirectStatusCode }]) =>
      redirect === undefined
        ? [servingCheck(host, declared)]
        : [sendingCheck(host, redirect, statusAt(hosting.vendor, redirectStatusCode))],
    ),
    ...productServices({ hosting: {}, services }).flatMap(({ host, healthPath }) =>
      host === undefined ? [] : [serviceCheck(host, healthPath)],
    ),
    ...servedBuckets(storage).map(({ host }): Check => ({ fqdn: host, resourcePath: objectPath })),
    ...Object.entries(dns?.records ?? {})
      .filter(([, { type, check }]) => addressTypes.includes(type) && check !== false)
      .map(([fqdn]): Check => ({ fqdn, resourcePath: "/" })),
  ];
  const checks = new Map<string, Check>();
  for (const check of all) if (!checks.has(check.fqdn)) checks.set(check.fqdn, check);
  return checks;
}

/** The object that a served bucket has for those who ask; it lists nothing itself. */
const objectPath = "/health.txt";

/** Records that lead to a server. */
const addressTypes: readonly string[] = ["A", "AAAA", "CNAME"];

/**
 * The app itself. Where its DNS follows from the check, the check asks the address that its host serves at: by name it would
 * ask the standby as soon as DNS points there, find it well, and switch back.
 */
function servingCheck(fqdn: string, declared: Declared): Check {
  const expects = { healthReport: appPath(declared) === healthPath, responseHeaders: true };
  const { failover } = declared.dns ?? {};
  if (failover?.host !== fqdn) return { fqdn, expects };
  return {
    fqdn,
    expects,
    ipAddress: hostOf(declared.hosting.vendor).address,
    standby: failover.standby,
  };
}

/** Where the app answers for its health, if nobody says otherwise. */
const healthPath = "/api/health";

/** What a check of the app asks for when it says nothing itself. */
function appPath({ uptime }: Declared): string {
  return uptime?.defaults?.resourcePath ?? healthPath;
}

/** What a redirecting host answers: where its own redirects cannot, the app has to send what is asked for. */
function statusAt(vendor: HostVendor | undefined, asked: number = redirectStatus): number {
  const isOfHost = hostOf(vendor).can["domain-redirects"] === true;
  return (isOfHost ? redirectStatusAt(vendor, asked) : undefined) ?? asked;
}

function sendingCheck(fqdn: string, redirect: string, status: number): Check {
  return { fqdn, resourcePath: "/", expects: { status, redirect } };
}

/** Without a path that tells how it is, a service is asked whether it answers at all. */
function serviceCheck(fqdn: string, path: string | undefined): Check {
  if (path === undefined) return { fqdn, resourcePath: "/" };
  return { fqdn, resourcePath: path, expects: { healthReport: true } };
}

/** Another path is another page: whether that one is a health report, only the file can say. */
function completedBy(own: Check, derived: Check | undefined, otherwise: string): Check {
  if (!derived) return own;
  const path = derived.resourcePath ?? otherwise;
  const expects = { ...derived.expects, ...own.expects };
  if (own.resourcePath !== undefined && own.resourcePath !== path) {
    expects.healthReport = own.expects?.healthReport ?? false;
  }
  return { ...derived, ...own, expects };
}
