import type { AlertClass, AlertSeverity } from "./alerts";

export const comparisons = [">", ">=", "<", "<=", "outside"] as const;
/** How a value is held against the threshold; `outside` is outside the band of what is usual. */
export type Comparison = (typeof comparisons)[number];

/** One metric of CloudWatch. */
export interface MetricSource {
  namespace: string;
  name: string;
  /** `Sum`, `Average`, `Maximum`, `Minimum` or a percentile such as `p95`. */
  statistic: string;
  dimensions?: Record<string, string>;
}

/** What an alarm looks at. */
export type AlarmSource =
  | { kind: "metric"; metric: MetricSource }
  /** Metrics by id, and an expression of metric math over the ids. */
  | { kind: "math"; expression: string; metrics: Record<string, MetricSource> }
  /** The usual course of the metric, learnt by AWS, give or take `width` standard deviations. */
  | { kind: "anomaly"; metric: MetricSource; width: number };

/** The same alarm for Prometheus. */
export interface PrometheusSource {
  /** PromQL of the value. */
  query: string;
  /** In the unit of the query. */
  threshold: number;
}

/** What an alarm does while there is nothing to look at. */
export type MissingData = "notBreaching" | "breaching" | "ignore" | "missing";

/** One alarm, with all that follows from the table, the service and the stack file. Times in seconds. */
export interface AlarmSpec {
  /** `<service>-<row>`, or the row alone for what is the whole stack's: unique in the stack. */
  key: string;
  /** The row of the table that it comes from. */
  row: string;
  /** Name in AWS, unique in account and region. */
  name: string;
  service?: string;
  class: AlertClass;
  severity: AlertSeverity;
  source: AlarmSource;
  prometheus?: PrometheusSource;
  comparison: Comparison;
  /** Not of an anomaly, whose band is its threshold. */
  threshold?: number;
  /** Over which one value is made. */
  window: number;
  /** How long values have to be bad in a row. */
  holds: number;
  missing: MissingData;
  description: string;
  runbook: string;
  owner: string;
  /** False where only composite alarms tell of it. */
  acts: boolean;
}

/** An alarm made of others. */
export interface CompositeSpec {
  key: string;
  row: string;
  name: string;
  service?: string;
  class: AlertClass;
  severity: AlertSeverity;
  /** Keys of alarms of which one is enough. */
  any: string[];
  /** Keys of alarms that silence it: worse is known already. */
  unless: string[];
  description: string;
  runbook: string;
  owner: string;
}
