import type { CacheVendor } from "../../catalogue/cache";
import type { MonitoringLevel } from "../../core/alerts";
import type { AwsNamespace } from "../../core/aws-metrics";
import { type LogMetricName, usedMetrics } from "../../core/log-metrics";
import type { Tier } from "../../core/profile";
import type { ProductService, ServiceKind } from "../../core/service";
import type { LogsSection } from "../sections/logs";
import type { StackSection } from "../sections/stack";
import type { StorageSection } from "../sections/storage";

/** A stack's logs with everything filled in that follows from the rest of the file. */
export interface LogsSettings {
  product: string;
  tier: Tier;
  owner: string;
  retentionInDays: NonNullable<LogsSection["retentionInDays"]>;
  encrypted: boolean;
  groups: Record<string, { kind: ServiceKind; metrics: LogMetricName[] }>;
  intake?: LogsSection["intake"];
  trail?: LogsSection["trail"];
  metricCopies?: MetricCopies & Required<Pick<MetricCopies, "awsNamespaces">>;
}

type MetricCopies = NonNullable<LogsSection["metricCopies"]>;

interface Declared {
  stack: StackSection;
  logs?: LogsSection | undefined;
  cache?: { vendor?: CacheVendor | undefined } | undefined;
  webVitals?: object | undefined;
}

export interface LogDefaults {
  retentionInDays: LogsSettings["retentionInDays"];
  encrypted: boolean;
}

// Requirement: LOG-01, LOG-04, ENV-11
/** A group for each service, which publishes what the stack's level of monitoring reads. */
export function derivedLogs(
  { stack, logs = {}, ...parts }: Declared,
  services: readonly ProductService[],
  level: MonitoringLevel,
  defaults: LogDefaults,
): LogsSettings {
  const { product, tier, owner } = stack;
  const { groups: written = {}, metricCopies, ...said } = logs;
  const kinds = {
    ...Object.fromEntries(services.map(({ name, kind }) => [name, { kind }])),
    ...written,
  };
  const groups = Object.entries(kinds).map(([service, group]) => [
    service,
    { metrics: usedMetrics(group.kind, level), ...group },
  ]);
  return {
    product,
    tier,
    owner,
    ...defaults,
    ...said,
    ...(metricCopies && {
      metricCopies: { awsNamespaces: watchedNamespaces(parts), ...metricCopies },
    }),
    groups: Object.fromEntries(groups) as LogsSettings["groups"],
  };
}

/** Namespaces of AWS that the stack's alarms look at. */
function watchedNamespaces({
  cache,
  webVitals,
}: Pick<Declared, "cache" | "webVitals">): AwsNamespace[] {
  return [
    "AWS/SNS",
    ...(cache?.vendor === "elasticache" ? (["AWS/ElastiCache"] as const) : []),
    ...(webVitals ? (["AWS/RUM"] as const) : []),
  ];
}

type Buckets = StorageSection["buckets"];

/** The stack's buckets, where the one that the trail writes to lets it in, and no other trail. */
export function withTrail({
  stack: { product, tier },
  storage,
  logs,
}: Declared & { storage?: StorageSection | undefined }): Buckets {
  const buckets = storage?.buckets ?? {};
  const trail = logs?.trail;
  const bucket = trail && buckets[trail.bucket];
  if (!trail || bucket?.vendor !== "s3") return buckets;
  const { prefix } = trail;
  const cloudTrail = { name: `${product}-${tier}`, ...(prefix !== undefined && { prefix }) };
  return { ...buckets, [trail.bucket]: { cloudTrail, ...bucket } };
}

// Requirement: ALRT-19
/** The same buckets, where what the one for metrics takes stays as long as logs do, unless it says otherwise. */
export function withCopies(
  buckets: Buckets,
  logs: LogsSection | undefined,
  defaults: LogDefaults,
): Buckets {
  const key = logs?.metricCopies?.bucket;
  const bucket = key === undefined ? undefined : buckets[key];
  if (key === undefined || bucket?.vendor !== "s3") return buckets;
  const expirationDays = logs?.retentionInDays ?? defaults.retentionInDays;
  return { ...buckets, [key]: { ...bucket, lifecycle: { expirationDays, ...bucket.lifecycle } } };
}
