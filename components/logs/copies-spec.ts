import { awsMetrics } from "../../core/aws-metrics";
import { logGroupName, metricNamespace } from "../../core/log-metrics";
import { defaults, type LogsSettings } from "./args";
import { groupSpecs } from "./spec";

/** Metrics of one namespace. */
export interface CopiedMetrics {
  namespace: string;
  metricNames: string[];
}

/** How metrics get out of CloudWatch and into a bucket. */
export interface CopiesSpec {
  /** Of the metric stream and of what carries it. */
  name: string;
  /** Of the role that CloudWatch takes to hand values on, and of the one that writes them. */
  senderName: string;
  writerName: string;
  /** Where failures are logged. */
  groupName: string;
  logStreamName: string;
  /** Folders in the bucket, each with its slash. */
  folder: string;
  prefix: string;
  errorPrefix: string;
  metrics: CopiedMetrics[];
}

/** Folder by folder: what arrives, and what could not be written as it came. */
export function copiesSpec(args: LogsSettings): CopiesSpec | undefined {
  const { product, tier, metricCopies } = args;
  if (!metricCopies) return undefined;
  const folder = `${metricCopies.prefix ?? defaults.copiesPrefix}/`;
  const name = `${product}-${tier}-metrics`;
  return {
    name,
    senderName: `${name}-sender`,
    writerName: `${name}-writer`,
    groupName: logGroupName(product, tier, "metric-copies"),
    logStreamName: "delivery",
    folder,
    prefix: `${folder}values/`,
    errorPrefix: `${folder}failed/`,
    metrics: copiedMetrics(args),
  };
}

/** What alarms look at and nothing besides: each value that is handed on is billed. */
export function copiedMetrics(args: LogsSettings): CopiedMetrics[] {
  const { product, tier, metricCopies } = args;
  const own = groupSpecs(args).map(({ service, filters }) => ({
    namespace: metricNamespace(product, tier, service),
    metricNames: filters.map(({ metric }) => metric),
  }));
  const published = (metricCopies?.awsNamespaces ?? []).map((namespace) => ({
    namespace,
    metricNames: Object.keys(awsMetrics[namespace]),
  }));
  return [...own, ...published].filter(({ metricNames }) => metricNames.length > 0);
}
