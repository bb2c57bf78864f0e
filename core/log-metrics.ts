import { type MonitoringLevel, monitoringLevels } from "./alerts";
import type { ServiceKind, WatchedKind } from "./service";

/**
 * A metric that is read from the structured log lines of a service: which lines count, and what number each brings.
 * It is published under the service's namespace, `<product>/<tier>/<service>`.
 */
export interface LogMetric {
  /** Kinds of service whose lines carry it. */
  kinds: readonly WatchedKind[];
  /** The lowest level of monitoring that reads it; below, nothing does, and it is not published. */
  from: MonitoringLevel;
  /**
   * Lines that count, as CloudWatch Logs writes it.
   * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
   */
  pattern: string;
  /** The number: `1` counts lines, `$.field` reads a field. */
  value: string;
  /** CloudWatch unit. */
  unit: "Count" | "Milliseconds" | "Percent" | "None";
  /** Published while no line counts. Only for counts: a 0 would falsify a duration. */
  defaultValue?: 0;
  /** What it is, in one clause. */
  means: string;
}

const requestKinds = ["hosting", "container", "edge-functions"] as const;
const everyKind = ["hosting", "container", "worker", "database", "edge-functions"] as const;
const machineKinds = ["container", "worker"] as const;

/**
 * Every metric that log lines publish, by its CloudWatch name. An alarm on a metric that neither stands here nor is
 * published by AWS itself would watch nothing.
 */
export const logMetrics = {
  Requests: count(requestKinds, "standard", "{ $.status = * }", "requests answered"),
  Errors5xx: count(requestKinds, "basic", "{ $.status >= 500 }", "requests answered with 5xx"),
  Duration: {
    kinds: requestKinds,
    from: "basic",
    pattern: "{ $.durationMs = * }",
    value: "$.durationMs",
    unit: "Milliseconds",
    means: "time to answer a request",
  },
  LogErrors: count(everyKind, "standard", '{ $.level = "error" }', "lines logged as errors"),
  CpuPercent: gauge(machineKinds, "standard", ["cpuPercent", "Percent"], "CPU load of a machine"),
  MemoryPercent: gauge(
    machineKinds,
    "standard",
    ["memoryPercent", "Percent"],
    "memory in use on a machine",
  ),
  OpenConnections: gauge(
    ["container"],
    "standard",
    ["openConnections", "Count"],
    "connections open on a machine",
  ),
  ActivePreviewSessions: gauge(
    ["container"],
    "basic",
    ["activePreviewSessions", "Count"],
    "preview sessions that run",
  ),
  PreviewStarts: event(["container"], "standard", "preview_started", "previews started"),
  PreviewFailures: event(
    ["container"],
    "standard",
    "preview_failed",
    "previews that did not start",
  ),
  UserSessions: event(["hosting"], "enterprise", "session_started", "sessions of users begun"),
  ProjectCreations: event(["hosting"], "enterprise", "project_created", "projects created"),
  DatabaseConnections: gauge(
    ["database"],
    "basic",
    ["connections", "Count"],
    "open database connections",
  ),
  QueryDuration: gauge(
    ["database"],
    "standard",
    ["queryMs", "Milliseconds"],
    "time of a database query",
  ),
  SignInFailures: event(requestKinds, "standard", "sign_in_failed", "sign-ins refused"),
  AccessDenied: count(
    requestKinds,
    "standard",
    "{ $.status = 403 }",
    "requests refused for want of rights",
  ),
  PrivilegedActs: event(
    requestKinds,
    "standard",
    "privileged_act",
    "acts that need special rights",
  ),
} as const satisfies Record<string, LogMetric>;

export type LogMetricName = keyof typeof logMetrics;

// Requirement: LOG-06, ALRT-22
/** What the lines of such a service publish at a level of monitoring, in the order of the table. */
export function usedMetrics(kind: WatchedKind, level: MonitoringLevel): LogMetricName[] {
  const names = Object.keys(logMetrics) as LogMetricName[];
  return names.filter((name) => {
    const { kinds, from }: LogMetric = logMetrics[name];
    return kinds.includes(kind) && rank(from) <= rank(level);
  });
}

const rank = (level: MonitoringLevel): number => monitoringLevels.indexOf(level);

/** CloudWatch namespace of a service's metrics. */
export function metricNamespace(product: string, tier: string, service: string): string {
  return `${product}/${tier}/${service}`;
}

/** Name of a service's log group. */
export function logGroupName(product: string, tier: string, service: string): string {
  return `/${product}/${tier}/${service}`;
}

type Kinds = readonly ServiceKind[];

function count(kinds: Kinds, from: MonitoringLevel, pattern: string, means: string): LogMetric {
  return { kinds, from, pattern, value: "1", unit: "Count", defaultValue: 0, means };
}

function event(kinds: Kinds, from: MonitoringLevel, name: string, means: string): LogMetric {
  return count(kinds, from, `{ $.event = "${name}" }`, means);
}

function gauge(
  kinds: Kinds,
  from: MonitoringLevel,
  [field, unit]: [string, LogMetric["unit"]],
  means: string,
): LogMetric {
  return { kinds, from, pattern: `{ $.${field} = * }`, value: `$.${field}`, unit, means };
}
