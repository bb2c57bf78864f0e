import { type LedgerObject } from "../../ledger/record";
import { type DnsRecord, recordsOf } from "./dns";
import { type Project, projectsOf } from "./projects";
import { type Alarm, alarmsOf, type HealthCheck, healthChecksOf } from "./watching";
import { type Subscription, subscriptionsOf } from "./watching";

/** Everything in a cloud that decides what visitors are served, and who hears of it when they are not. */
export interface Estate {
  projects: Project[];
  records: DnsRecord[];
  healthChecks: HealthCheck[];
  alarms: Alarm[];
  subscriptions: Subscription[];
  /** Apps on Fly that something declared names, by app; whose stack names it first has it. */
  flyApps: ReadonlyMap<string, LedgerObject>;
}

/** Reads the estate out of the ledger. Pure: ask again after a change. */
export function estateOf(objects: readonly LedgerObject[]): Estate {
  return {
    projects: projectsOf(objects),
    records: recordsOf(objects),
    healthChecks: healthChecksOf(objects),
    alarms: alarmsOf(objects),
    subscriptions: subscriptionsOf(objects),
    flyApps: flyAppsOf(objects),
  };
}

/** Whose values name hosts of services: what checks them, what leads to them, what tells the app of them. */
const naming: readonly string[] = [
  "aws:route53/healthCheck:HealthCheck",
  "aws:route53/record:Record",
  "vercel:index/dnsRecord:DnsRecord",
  "vercel:index/projectEnvironmentVariable:ProjectEnvironmentVariable",
];

/** Fly makes the host `<app>.fly.dev` itself, so an app is known by whoever names that host. */
function flyAppsOf(objects: readonly LedgerObject[]): Map<string, LedgerObject> {
  const apps = new Map<string, LedgerObject>();
  for (const object of objects.filter(({ type }) => naming.includes(type))) {
    const said = JSON.stringify([object.outputs["fqdn"], object.outputs["records"]]);
    const value = JSON.stringify([object.outputs["value"] ?? ""]);
    for (const [, app] of `${said} ${value}`.matchAll(/\b([a-z0-9][a-z0-9-]*)\.fly\.dev\b/g)) {
      if (app !== undefined && !apps.has(app)) apps.set(app, object);
    }
  }
  return apps;
}
