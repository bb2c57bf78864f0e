import type { DeclaredResource } from "../../../core/resource";
import { type Pricer, type Pricers, freeOf } from "../../pricer";
import { always } from "../../scenarios";
import { itemsAt, knowing, notKnown, numberAt, textAt, valueAt } from "../inputs";
import { perOne } from "./per-one";

/** Below this period, in seconds, an alarm is of high resolution. */
const standardPeriod = 60;

/**
 * An alarm is billed by the metrics that it looks at: one of its own, or each that a query names. A band of what is
 * usual adds two, its upper and its lower bound. A Metrics Insights query is billed by the metrics that it analyses.
 * Source: https://aws.amazon.com/cloudwatch/pricing/
 */
const metricAlarm: Pricer = (resource, context) => {
  const queries = queriesOf(resource);
  const deciding = queries.flatMap((query) => [`${query}.expression`, ...periodsOf(query)]);
  const unknown = notKnown(resource, deciding);
  if (unknown) return unknown;

  const region = context.awsRegion(resource);
  const expressions = queries.map((query) => textAt(resource, `${query}.expression`) ?? "");
  if (expressions.some((text) => /^\s*SELECT\s/i.test(text))) {
    const analysed = perOne(context, "alerts.metricsPerQuery", resource);
    return [{ sku: "cloudwatch-alarm-metrics-insights", region, ...analysed }];
  }

  const bands = expressions.filter((text) => /\bANOMALY_DETECTION_BAND\s*\(/i.test(text)).length;
  const metrics = metricsOf(resource, queries);
  if (metrics === 0) return [{ notPriced: "it names no metric by which it is billed" }];
  const periods = ["period", ...queries.flatMap(periodsOf)];
  const isFast = periods.some((at) => (numberAt(resource, at) ?? standardPeriod) < standardPeriod);
  const sku = isFast ? "cloudwatch-alarm-high-res" : "cloudwatch-alarm-standard";
  return [{ sku, region, quantity: always(metrics + 2 * bands) }];
};

/** Paths of the alarm's queries. */
function queriesOf(resource: DeclaredResource): readonly string[] {
  return itemsAt(resource, "metricQueries").map((_, at) => `metricQueries[${at}]`);
}

function periodsOf(query: string): readonly string[] {
  return [`${query}.period`, `${query}.metric.period`];
}

function metricsOf(resource: DeclaredResource, queries: readonly string[]): number {
  if (textAt(resource, "metricName") !== undefined) return 1;
  return queries.filter((query) => valueAt(resource, `${query}.metric`) !== undefined).length;
}

const compositeAlarm: Pricer = (resource, context) => [
  {
    sku: "cloudwatch-alarm-composite",
    region: context.awsRegion(resource),
    quantity: always(1),
  },
];

export const awsAlarmPricers: Pricers = {
  "aws:cloudwatch/metricAlarm:MetricAlarm": knowing(
    ["metricName", "period", "metricQueries"],
    metricAlarm,
  ),
  "aws:cloudwatch/compositeAlarm:CompositeAlarm": compositeAlarm,
  ...freeOf(
    ["aws:cloudwatch/alarmMuteRule:AlarmMuteRule"],
    "a setting of alarms",
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-mute-rules.html",
  ),
};
