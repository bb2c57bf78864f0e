import * as pulumi from "@pulumi/pulumi";
import { Access } from "./components/access";
import { Alerts } from "./components/alerts";
import { Budget } from "./components/budget";
import { Dashboard } from "./components/dashboard";
import { Database } from "./components/database";
import { Dns } from "./components/dns";
import { ErrorTracking } from "./components/error-tracking";
import { HostingProject } from "./components/hosting";
import { Logs } from "./components/logs";
import { Recovery } from "./components/recovery";
import { Repository } from "./components/repository";
import { Secrets } from "./components/secrets";
import { ContainerService } from "./components/services";
import { StackProfile } from "./components/stack-profile";
import { StorageBucket } from "./components/storage";
import { UptimeChecks } from "./components/uptime";
import { dashboardOf } from "./config/derived/dashboard";
import { loadSettings } from "./config/load";
import { profileOf } from "./config/profile";

type Options = pulumi.CustomResourceOptions;

/**
 * The whole product of one stack. A function, so that stacks can run in turn in one process; what differs between
 * stacks is in their files.
 */
// eslint-disable-next-line @typescript-eslint/require-await -- async, so that whoever runs it gets a throw as a rejection
export = async () => {
  const { secrets, ...settings } = loadSettings();
  const owned = pulumi.getStack() === settings.shared.owner;

  new StackProfile("profile", profileOf(settings));
  const repository =
    settings.repository && new Repository("repository", { ...settings.repository, owned });
  // Edge functions of the database need its values, its variables the project that comes after.
  const [vercelProjectId, setVercelProjectId] = pulumi.deferredOutput<string>();
  const { secretRegistry: registry } = settings;
  const { functionSecrets, secretArns } = new Secrets("secrets", {
    registry,
    values: secrets,
    vercelProjectId,
    githubEnvironment: repository?.environment,
  });
  const { functionVariables } = new ErrorTracking("errors", settings.errorTracking);
  const database = new Database("db", {
    ...settings.database,
    secrets,
    functionSecretValues: { ...functionVariables, ...functionSecrets },
  });
  const outputs = { "database.url": database.url, "database.projectRef": database.projectRef };
  const { projectRef } = database;
  const buckets = Object.entries(settings.storage.buckets).map(([key, bucket]) => {
    const args = bucket.vendor === "supabase" ? { ...bucket, projectRef } : bucket;
    return [key, new StorageBucket(`storage-${key}`, args)] as const;
  });
  const trailBucket =
    Object.fromEntries(buckets)[settings.logs.trail?.bucket ?? ""]?.openBucketName;
  // The zone comes last, since its records follow what the checks say.
  const [zoneId, setZoneId] = pulumi.deferredOutput<string>();
  const inZone = settings.dns && { zoneId };
  const logs = new Logs("logs", { ...settings.logs, ...inZone, secretArns, trailBucket });
  // Vercel asks the drain's address for an answer before it makes the drain.
  const transform = { logDrain: (_: unknown, opts: Options) => void (opts.dependsOn = logs) };
  const web = new HostingProject("web", { ...settings.hosting, secrets, outputs, transform });
  setVercelProjectId(web.projectId);
  const { topics, alarmArns } = new Alerts("alerts", { ...settings.alerts, secrets });
  const { responseHeaders } = web;
  const uptime = new UptimeChecks("uptime", {
    ...settings.uptime,
    topics,
    secrets,
    responseHeaders,
  });
  const { dns } = settings;
  const healthCheckId = uptime.healthCheckOf(dns?.failover?.host);
  const zone = dns && new Dns("dns", { ...dns, owned, healthCheckId });
  setZoneId(zone?.zoneId ?? pulumi.output(""));
  const budget = new Budget("budget", { ...settings.budget, owned });
  // What keeps no versions cannot be copied.
  const bucketArns = Object.fromEntries(
    buckets.flatMap(([key, { arn }]) => (arn ? [[key, arn] as const] : [])),
  );
  const recovery = new Recovery("recovery", { ...settings.recovery, bucketArns });
  const { access } = settings;
  if (access) {
    const ownsProvider = owned && access.oidcProvider === "owner";
    new Access("access", { ...access, ...settings.stack, owned: ownsProvider });
  }
  new ContainerService("services", { services: settings.services, tier: settings.stack.tier });
  const { healthCheckIds } = uptime;
  new Dashboard("dashboard", { ...dashboardOf(settings), alarmArns, healthCheckIds });

  return {
    appUrl: web.url,
    appUrls: web.urls,
    vercelProjectId: web.projectId,
    supabaseProjectRef: database.projectRef,
    supabaseUrl: database.url,
    healthCheckIds: uptime.healthCheckIds,
    objectives: uptime.objectives,
    nameServers: zone?.nameServers,
    budgetName: budget.budgetName,
    dependencies: settings.dependencies,
    rollback: recovery.rollback,
    stateExport: recovery.stateExport,
    bucketNames: Object.fromEntries(buckets.map(([key, { bucketName }]) => [key, bucketName])),
    ...(logs.intakeUrl && { logIntakeUrl: logs.intakeUrl }),
    logGroupNames: logs.groupNames,
  };
};
