import type { DeclaredResource } from "../../../core/resource";
import { type Answer, fail, pass, unknown } from "../../rule";
import type { StackView } from "../../stack-view";
import { providerTypes } from "../provider-types";
import { metricsOf } from "./alarms";

/** Where an alarm says of which resource its metric is. */
const dimensionProperties = ["dimensions", "metricQueries"];

/** Whether an alarm on one of these metrics names the resource. */
export function judgeWatched(
  stack: StackView,
  target: DeclaredResource,
  { namespace, names }: { namespace: string; names: readonly string[] },
): Answer {
  const evidence = { urn: target.urn, wanted: `an alarm on ${names[0]}` };
  const alarms = dimensionProperties
    .flatMap((property) => stack.dependents(target, providerTypes.awsMetricAlarm, property))
    .map((alarm) => ({ alarm, ...metricsOf(alarm) }));
  const watcher = alarms.find(({ metrics }) =>
    metrics.some((metric) => metric.namespace === namespace && names.includes(metric.name)),
  );
  if (watcher) return pass({ ...evidence, found: watcher.alarm.name });
  if (alarms.some(({ undecided }) => undecided)) return unknown(evidence);
  return fail({ ...evidence, found: null, message: `found no alarm on ${names[0]}, wanted one` });
}
