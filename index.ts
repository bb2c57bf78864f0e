import * as pulumi from "@pulumi/pulumi";
import { sentryDsn } from "./catalogue/error-tracking";
import { Access } from "./components/access";
import { Alerts } from "./components/alerts";
import { Budget } from "./components/budget";
import { Cache, credentialOf } from "./components/cache";
import { Dashboard } from "./components/dashboard";
import { Database } from "./components/database";
import { Dns } from "./components/dns";
import { ErrorTracking } from "./components/error-tracking";
import { HostingProject } from "./components/hosting";
import { Logs } from "./components/logs";
import { Recovery } from "./components/recovery";
import { Repository } from "./components/repository";
import { Secrets } from "./components/secrets";
import { ContainerService, secretsHanded } from "./components/services";
import { StackProfile } from "./components/stack-profile";
import { StorageBucket } from "./components/storage";
import { tagsOf } from "./components/tags";
import { UptimeChecks } from "./components/uptime";
import { WebVitals } from "./components/web-vitals";
import { dashboardOf } from "./config/derived/dashboard";
import { type LoadedSettings, loadSettings } from "./config/load";
import { profileOf } from "./config/profile";

/**
 * The whole product of one stack: settings in, components in the order of their needs, outputs out. A function, so that
 * stacks can run in turn in one process; what differs between stacks is in their files.
 */
// eslint-disable-next-line @typescript-eslint/require-await -- async, so that whoever runs it gets a throw as a rejection
export = async () => {
  const settings = loadSettings();
  // What exists once for all stacks is declared by one of them.
  const owned = pulumi.getStack() === settings.shared.owner;
  new StackProfile("profile", profileOf(settings));
  const application = declareApplication(settings, owned);
  const operations = declareOperations(settings, owned, application);
  const { dependencies } = settings;
  return told({ ...application.outputs, ...operations.outputs, dependencies });
};

/** The engine warns of each output without a value. */
function told(outputs: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(outputs).filter(([, value]) => value !== undefined));
}

/** What users use, and the secrets and logs that it needs. */
function declareApplication(settings: LoadedSettings, owned: boolean) {
  const { secrets } = settings;
  const repository =
    settings.repository && new Repository("repository", { ...settings.repository, owned });
  // Edge functions of the database need values of secrets, secrets the project that comes after it.
  const [vercelProjectId, setVercelProjectId] = pulumi.deferredOutput<string>();
  const { functionVariables, dsn } = new ErrorTracking("errors", settings.errorTracking);
  const {
    functionSecrets,
    hostVariables: registered,
    lent,
    secretArns,
    secretNames,
  } = new Secrets("secrets", {
    registry: settings.secretRegistry,
    values: dsn ? { ...secrets, [sentryDsn]: dsn } : secrets,
    lends: [
      ...(settings.cache ? [credentialOf(settings.cache)] : []),
      ...secretsHanded(settings.services),
    ],
    vercelProjectId,
    hosting: settings.hosting.vendor,
    githubEnvironment: repository?.environment,
    tags: tagsOf(settings.stack),
  });
  const database = new Database("db", {
    ...settings.database,
    secrets,
    functionSecretValues: { ...functionVariables, ...functionSecrets },
  });
  const { projectRef, url } = database;
  // The zone comes last, since its records follow what the checks say.
  const [zoneId, setZoneId] = pulumi.deferredOutput<string>();
  const inZone = settings.dns && { zoneId };
  const buckets = declareBuckets(settings, projectRef, inZone);
  const trailBucket = buckets.get(settings.logs.trail?.bucket ?? "")?.openBucketName;
  const metricBucket = buckets.get(settings.logs.metricCopies?.bucket ?? "")?.bucketName;
  const held = { secretArns, secretNames, trailBucket, metricBucket };
  const logs = new Logs("logs", { ...settings.logs, ...inZone, ...held });
  const vitals = settings.webVitals && new WebVitals("web-vitals", settings.webVitals);
  const client = vitals && { "webVitals.client": vitals.client };
  const outputs = { "database.url": url, "database.projectRef": projectRef, ...client };
  // Vercel asks the drain's address for an answer before it makes the drain.
  const transform = { logDrain: (_: unknown, opts: Options) => void (opts.dependsOn = logs) };
  const given = { secrets, outputs, registered, transform };
  const web = new HostingProject("web", { ...settings.hosting, ...given });
  setVercelProjectId(web.projectId);
  const cache = declareCache(settings, lent);
  const { services, stack } = settings;
  new ContainerService("services", { services, tier: stack.tier, values: lent });
  const known = applicationOutputs(web, database, buckets, logs);
  const also = { cacheEndpoint: cache?.endpoint, appMonitorId: vitals?.appMonitorId };
  return { web, buckets, setZoneId, outputs: { ...known, ...also } };
}

/** What keeps it alive, affordable and governed. */
function declareOperations(settings: LoadedSettings, owned: boolean, application: Application) {
  const { secrets, dns, access, stack } = settings;
  const { topics, alarmArns } = new Alerts("alerts", { ...settings.alerts, secrets });
  const { responseHeaders } = application.web;
  const { routes } = settings.alerts;
  const checks = { ...settings.uptime, topics, routes, secrets, responseHeaders };
  const uptime = new UptimeChecks("uptime", checks);
  const { healthCheckIds, objectives } = uptime;
  const healthCheckId = uptime.healthCheckOf(dns?.failover?.host);
  const zone = dns && new Dns("dns", { ...dns, owned, healthCheckId });
  application.setZoneId(zone?.zoneId ?? pulumi.output(""));
  const { budgetName } = new Budget("budget", { ...settings.budget, owned, tags: tagsOf(stack) });
  // What keeps no versions has no ARN here and cannot be copied.
  const bucketArns = Object.fromEntries(
    [...application.buckets].flatMap(([key, { arn }]) => (arn ? [[key, arn] as const] : [])),
  );
  const { rollback, stateExport } = new Recovery("recovery", { ...settings.recovery, bucketArns });
  if (access) {
    const ownsProvider = owned && access.oidcProvider === "owner";
    new Access("access", { ...access, ...stack, owned: ownsProvider });
  }
  new Dashboard("dashboard", { ...dashboardOf(settings), alarmArns, healthCheckIds });
  const nameServers = zone && { nameServers: zone.nameServers };
  const outputs = { healthCheckIds, objectives, ...nameServers, budgetName, rollback, stateExport };
  return { outputs };
}

function declareCache(
  { cache }: LoadedSettings,
  lent: Readonly<Record<string, pulumi.Output<string>>>,
): Cache | undefined {
  return cache && new Cache("cache", { ...cache, credential: lent[credentialOf(cache)] ?? "" });
}

type Options = pulumi.CustomResourceOptions;
type Application = ReturnType<typeof declareApplication>;
type Buckets = ReadonlyMap<string, StorageBucket>;

function declareBuckets(
  { storage, stack }: LoadedSettings,
  projectRef: pulumi.Output<string>,
  inZone: { zoneId: pulumi.Output<string> } | undefined,
): Buckets {
  const tags = tagsOf(stack);
  const buckets = Object.entries(storage.buckets).map(([key, bucket]) => {
    const zone = bucket.vendor === "s3" && bucket.distribution ? inZone : undefined;
    const args =
      bucket.vendor === "supabase" ? { ...bucket, projectRef } : { ...bucket, tags, ...zone };
    return [key, new StorageBucket(`storage-${key}`, args)] as const;
  });
  return new Map(buckets);
}

function applicationOutputs(web: HostingProject, db: Database, buckets: Buckets, logs: Logs) {
  const names = [...buckets].map(([key, { bucketName }]) => [key, bucketName] as const);
  return {
    appUrl: web.url,
    appUrls: web.urls,
    vercelProjectId: web.vercelProjectId,
    supabaseProjectRef: db.projectRef,
    supabaseUrl: db.url,
    bucketNames: Object.fromEntries(names),
    logGroupNames: logs.groupNames,
    logIntakeUrl: logs.intakeUrl,
  };
}
