import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { metricsOf } from "../../lib/observability/alarms";
import { copiedMetrics, regionOf } from "../../lib/observability/copied-metrics";
import { isOwnNamespace } from "../../lib/observability/namespaces";
import { logging, monitoring } from "../../lib/observability/references";
import { providerTypes } from "../../lib/provider-types";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";
import type { StackView } from "../../stack-view";

// Requirement: ALRT-19
export const metricsCopied = defineRule({
  id: "metrics-copied",
  title: "What alarms look at is kept outside of CloudWatch too",
  why: "CloudWatch drops the fine values after 15 days and all of them after 15 months, and whoever loses the account loses them at once: no incident can then be told, no season compared.",
  fix: "Set groundwork:logs.metricCopies to a bucket.",
  severity: "low",
  topics: ["alerts", "logs"],
  references: [...monitoring, logging],
  appliesTo: "stack",
  options: z.strictObject({
    streams: z.number().int().nonnegative().describe("Metric streams that there must be at least."),
  }),
  check: (stack, { options: { streams: wanted } }) => {
    const { urn } = stack;
    const streams = stack.ofType(providerTypes.awsMetricStream);
    if (streams.length < wanted) {
      const message = `found ${streams.length} metric streams, wanted at least ${wanted}`;
      return fail({ urn, input: "metricCopies", found: streams.length, wanted, message });
    }
    if (streams.length === 0) return notApplicable("the tier asks for no copies of metrics", urn);
    return judgeMetrics(stack, streams);
  },
});

/** Of what the product publishes itself; AWS keeps its own services' metrics for everybody. */
function judgeMetrics(stack: StackView, streams: readonly DeclaredResource[]): Answer {
  const { urn } = stack;
  const copied = copiedMetrics(streams);
  const seen = stack.ofType(providerTypes.awsMetricAlarm).map((alarm) => {
    const { metrics, undecided } = metricsOf(alarm);
    return { undecided, metrics: metrics.map((it) => ({ ...it, region: regionOf(alarm) })) };
  });
  const own = seen
    .flatMap(({ metrics }) => metrics)
    .filter(({ namespace }) => isOwnNamespace(namespace));
  const evidence = { urn, input: "metricCopies", wanted: "each metric of an alarm" };
  const missing = [
    ...new Set(own.filter((it) => !copied.has(it)).map((it) => `${it.namespace} ${it.name}`)),
  ];
  const isOpen = copied.undecided || seen.some(({ undecided }) => undecided);
  if (missing.length > 0) {
    if (copied.undecided) return unknown(evidence);
    const message = `found no copy of ${missing.join(", ")}, wanted one of each metric of an alarm`;
    return fail({ ...evidence, found: missing, message });
  }
  return isOpen ? unknown(evidence) : pass({ ...evidence, found: own.length });
}
