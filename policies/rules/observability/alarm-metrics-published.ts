import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { type WatchedMetrics, metricsOf } from "../../lib/observability/alarms";
import { isOwnNamespace } from "../../lib/observability/namespaces";
import { type PublishedMetrics, publishedMetrics } from "../../lib/observability/published-metrics";
import { monitoring } from "../../lib/observability/references";
import { providerTypes } from "../../lib/provider-types";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";

// Requirement: ALRT-22
export const alarmMetricsPublished = defineRule({
  id: "alarm-metrics-published",
  title: "Somebody publishes what alarms look at",
  why: "An alarm on a metric that nobody publishes is green for ever.",
  fix: "Declare a log metric filter with the alarm's namespace and metric, or correct the alarm's.",
  severity: "high",
  topics: ["alerts", "logs"],
  references: monitoring,
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) => {
    const published = publishedMetrics(stack);
    return stack
      .ofType(providerTypes.awsMetricAlarm)
      .map((alarm) => judgeAlarm(alarm, metricsOf(alarm), published));
  },
});

function judgeAlarm(
  { urn }: DeclaredResource,
  { metrics, undecided }: WatchedMetrics,
  published: PublishedMetrics,
): Answer {
  const evidence = { urn, property: "metricName", wanted: "metrics that a log filter publishes" };
  const own = metrics.filter(({ namespace }) => isOwnNamespace(namespace));
  const orphan = own.find((metric) => !published.has(metric));
  if (undecided || (orphan && published.undecided)) return unknown(evidence);
  if (orphan) return fail({ ...evidence, found: `${orphan.namespace} ${orphan.name}` });
  if (own.length === 0) return notApplicable("AWS publishes what the alarm looks at", urn);
  return pass({ ...evidence, found: own.map(({ name }) => name).join(", ") });
}
