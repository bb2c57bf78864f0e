import type { ServiceKind } from "./service";

/**
 * A metric that is read from the structured log lines of a service: which lines count, and what number each brings.
 * It is published under the service's namespace, `<product>/<tier>/<service>`.
 */
export interface LogMetric {
  /** Kinds of service whose lines carry it. */
  kinds: readonly ServiceKind[];
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
const everyKind = ["hosting", "container", "database", "edge-functions"] as const;

/**
 * Every metric that log lines publish, by its CloudWatch name. An alarm on a metric that neither stands here nor is
 * published by AWS itself would watch nothing.
 */
export const logMetrics = {
  Requests: count(requestKinds, "{ $.status = * }", "requests answered"),
  Errors5xx: count(requestKinds, "{ $.status >= 500 }", "requests answered with 5xx"),
  Duration: {
    kinds: requestKinds,
    pattern: "{ $.durationMs = * }",
    value: "$.durationMs",
    unit: "Milliseconds",
    means: "time to answer a request",
  },
  LogErrors: count(everyKind, '{ $.level = "error" }', "lines logged as errors"),
  CpuPercent: gauge(["container"], "cpuPercent", "Percent", "CPU load of a machine"),
  MemoryPercent: gauge(["container"], "memoryPercent", "Percent", "memory in use on a machine"),
  ActivePreviewSessions: gauge(
    ["container"],
    "activePreviewSessions",
    "Count",
    "preview sessions that run",
  ),
  PreviewStarts: event(["container"], "preview_started", "previews started"),
  PreviewFailures: event(["container"], "preview_failed", "previews that did not start"),
  UserSessions: event(["hosting"], "session_started", "sessions of users begun"),
  ProjectCreations: event(["hosting"], "project_created", "projects created"),
  DatabaseConnections: gauge(["database"], "connections", "Count", "open database connections"),
  QueryDuration: gauge(["database"], "queryMs", "Milliseconds", "time of a database query"),
  SignInFailures: event(requestKinds, "sign_in_failed", "sign-ins refused"),
  AccessDenied: count(requestKinds, "{ $.status = 403 }", "requests refused for want of rights"),
  PrivilegedActs: event(requestKinds, "privileged_act", "acts that need special rights"),
} as const satisfies Record<string, LogMetric>;

export type LogMetricName = keyof typeof logMetrics;

/** CloudWatch namespace of a service's metrics. */
export function metricNamespace(product: string, tier: string, service: string): string {
  return `${product}/${tier}/${service}`;
}

/** Name of a service's log group. */
export function logGroupName(product: string, tier: string, service: string): string {
  return `/${product}/${tier}/${service}`;
}

function count(kinds: readonly ServiceKind[], pattern: string, means: string): LogMetric {
  return { kinds, pattern, value: "1", unit: "Count", defaultValue: 0, means };
}

function event(kinds: readonly ServiceKind[], name: string, means: string): LogMetric {
  return count(kinds, `{ $.event = "${name}" }`, means);
}

function gauge(
  kinds: readonly ServiceKind[],
  field: string,
  unit: LogMetric["unit"],
  means: string,
): LogMetric {
  return { kinds, pattern: `{ $.${field} = * }`, value: `$.${field}`, unit, means };
}
