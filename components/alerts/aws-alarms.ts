import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { AlarmSpec, CompositeSpec, MetricSource } from "../../core/alarm";
import type { AlertSeverity } from "../../core/alerts";
import { child, type Component, type Transform } from "../component";
import { tagsOf } from "../tags";
import type { Watch } from "./alarms";
import type { AlertsSettings } from "./args";
import { declareMutes, type MuteTransforms } from "./aws-mute";

/** The last word on each alarm. */
export interface AlarmTransforms extends MuteTransforms {
  /** Called for each alarm on a metric. */
  alarm?: Transform<aws.cloudwatch.MetricAlarmArgs> | undefined;
  /** Called for each alarm made of others. */
  composite?: Transform<aws.cloudwatch.CompositeAlarmArgs> | undefined;
}

interface AlarmSite {
  parent: Component;
  args: AlertsSettings;
  /** Topics of the region that the alarms are in. */
  topics: Readonly<Record<AlertSeverity, pulumi.Input<string>>>;
  transforms: AlarmTransforms;
}

type Arns = Record<string, pulumi.Output<string>>;
type Names = Record<string, pulumi.Output<string>>;

/** Declares every alarm, those made of others last; answers their ARNs by key. */
export function declareAlarms(site: AlarmSite, { alarms, composites }: Watch): Arns {
  const single = alarms.map((spec) => [spec.key, declareAlarm(site, spec)] as const);
  const names: Names = Object.fromEntries(single.map(([key, { name }]) => [key, name]));
  const made = composites.map((spec) => [spec.key, declareComposite(site, spec, names)] as const);
  const all = { ...names, ...Object.fromEntries(made.map(([key, it]) => [key, it.alarmName])) };
  const telling = [...alarms.filter(({ acts }) => acts), ...composites];
  declareMutes(
    site,
    telling.map((it) => ({ class: it.class, name: all[it.key]! })),
  );
  return Object.fromEntries([...single, ...made].map(([key, { arn }]) => [key, arn]));
}

function declareAlarm(site: AlarmSite, spec: AlarmSpec): aws.cloudwatch.MetricAlarm {
  const topic = site.topics[spec.severity];
  const args: aws.cloudwatch.MetricAlarmArgs = {
    name: spec.name,
    alarmDescription: spec.description,
    ...watched(spec),
    evaluationPeriods: periodsOf(spec),
    datapointsToAlarm: periodsOf(spec),
    treatMissingData: spec.missing,
    // What only composites tell of has no action of its own.
    ...(spec.acts && { alarmActions: [topic], okActions: [topic] }),
    tags: { ...tagsOf(site.args, spec.service), class: spec.class, severity: spec.severity },
  };
  return new aws.cloudwatch.MetricAlarm(
    ...child(site.parent, spec.key, args, { transform: site.transforms.alarm }),
  );
}

const operators = {
  ">": "GreaterThanThreshold",
  ">=": "GreaterThanOrEqualToThreshold",
  "<": "LessThanThreshold",
  "<=": "LessThanOrEqualToThreshold",
  outside: "LessThanLowerOrGreaterThanUpperThreshold",
} as const;

/** A single metric as CloudWatch takes it, else queries of which one is judged. */
function watched({ source, comparison, threshold, window }: AlarmSpec) {
  const comparisonOperator = operators[comparison];
  if (source.kind === "metric") {
    const { name: metricName, namespace, dimensions, statistic } = source.metric;
    const isPercentile = /^p\d/.test(statistic);
    return {
      comparisonOperator,
      threshold: threshold!,
      namespace,
      metricName,
      period: window,
      ...(isPercentile ? { extendedStatistic: statistic } : { statistic }),
      ...(dimensions && { dimensions }),
    };
  }
  if (source.kind === "math") {
    const metrics = Object.entries(source.metrics).map(([id, metric]) => query(id, metric, window));
    const judged = { id: "value", expression: source.expression, returnData: true };
    return { comparisonOperator, threshold: threshold!, metricQueries: [judged, ...metrics] };
  }
  const band = `ANOMALY_DETECTION_BAND(value, ${source.width})`;
  return {
    comparisonOperator,
    thresholdMetricId: "usual",
    metricQueries: [
      { ...query("value", source.metric, window), returnData: true },
      { id: "usual", expression: band, label: "usual", returnData: true },
    ],
  };
}

function query(id: string, metric: MetricSource, period: number) {
  const { namespace, name: metricName, statistic: stat, dimensions } = metric;
  return { id, metric: { namespace, metricName, stat, period, ...(dimensions && { dimensions }) } };
}

/** As many windows in a row as the alarm has to hold. */
function periodsOf({ window, holds }: AlarmSpec): number {
  return Math.max(1, Math.ceil(holds / window));
}

function declareComposite(site: AlarmSite, spec: CompositeSpec, names: Names) {
  const topic = site.topics[spec.severity];
  const named = (keys: readonly string[]) => pulumi.all(keys.map((key) => names[key]!));
  const args: aws.cloudwatch.CompositeAlarmArgs = {
    alarmName: spec.name,
    alarmDescription: spec.description,
    alarmRule: pulumi
      .all([named(spec.any), named(spec.unless)])
      .apply(([any, unless]) => ruleOf(any, unless)),
    alarmActions: [topic],
    okActions: [topic],
    tags: { ...tagsOf(site.args, spec.service), class: spec.class, severity: spec.severity },
  };
  return new aws.cloudwatch.CompositeAlarm(
    ...child(site.parent, spec.key, args, { transform: site.transforms.composite }),
  );
}

function ruleOf(any: readonly string[], unless: readonly string[]): string {
  const anyOf = (names: readonly string[]) => names.map((name) => `ALARM("${name}")`).join(" OR ");
  return unless.length === 0 ? anyOf(any) : `(${anyOf(any)}) AND NOT (${anyOf(unless)})`;
}
