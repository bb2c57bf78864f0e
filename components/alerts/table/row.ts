import type { Comparison, MissingData } from "../../../core/alarm";
import type { AlertClass, AlertSeverity, MonitoringLevel } from "../../../core/alerts";
import type { awsMetrics, AwsNamespace } from "../../../core/aws-metrics";
import type { LogMetricName } from "../../../core/log-metrics";
import type { PrometheusMetricName } from "../../../core/prometheus-metrics";
import type { WatchedKind } from "../../../core/service";
import type { WatchedServiceArgs } from "../args";

/** How the values of a window become one. */
export type Statistic = "Sum" | "Average" | "Maximum" | "p75" | "p95";

/** A metric that log lines of the service publish: no other name is taken, since nobody would publish it. */
export interface LogSource {
  name: LogMetricName;
  statistic: Statistic;
}

type AwsSource = {
  [Namespace in AwsNamespace]: {
    namespace: Namespace;
    name: keyof (typeof awsMetrics)[Namespace];
    statistic: Statistic;
    /** `$topic` is the name of the critical topic, `$cache` that of the cache, `$monitor` that of the app monitor. */
    dimensions: Record<string, string>;
  };
}[AwsNamespace];

/** What a row looks at. */
export type RowSource =
  | ({ kind: "metric" } & LogSource)
  | { kind: "math"; expression: string; metrics: Record<string, LogSource> }
  | ({ kind: "anomaly"; width: number } & LogSource)
  | ({ kind: "aws" } & AwsSource);

/** What a threshold follows from. A service without it has no such alarm. */
export type Threshold = number | ((service: WatchedServiceArgs) => number | undefined);

/** One kind of alarm. Times in seconds. */
export interface AlarmRow {
  /** Stands in names; in Prometheus in capitals: `high-error-rate` is `HighErrorRate`. */
  id: string;
  class: AlertClass;
  severity: AlertSeverity;
  /** The lowest level of monitoring that has it. */
  from: MonitoringLevel;
  /** Kinds of service that have it, each its own; `stack` for one alarm for all. */
  of: readonly WatchedKind[] | "stack";
  /** Only of services that run previews. */
  previewsOnly?: true;
  source: RowSource;
  comparison: Comparison;
  /** Left out for what is unusual. */
  threshold?: Threshold;
  /** Reads `5xx answers a second`, after the number. */
  unit: string;
  window: number;
  holds: number | ((service: WatchedServiceArgs) => number);
  missing: MissingData;
  /** Why missing data is treated so. */
  missingWhy: string;
  /** What goes wrong, in one clause. */
  what: string;
  /** Why it is watched, and where the numbers are from. */
  why: string;
  /** PromQL of the same value from the one metric: `$app` is whose metric it is, `$window` the window. */
  prometheus?: { metric: PrometheusMetricName; query: string; perUnit?: number };
}

/** Alarms of which one is told. */
export interface CompositeRow {
  id: string;
  class: AlertClass;
  severity: AlertSeverity;
  from: MonitoringLevel;
  /** One for each service, or one for the whole stack. */
  scope: "service" | "stack";
  /** Rows of which one is enough. */
  any: readonly string[];
  /** Rows that silence it: worse is known already. */
  unless: readonly string[];
  what: string;
  why: string;
}
