import type { DeclaredResource } from "../../../core/resource";
import { type Reading, type Value, isPropertyMap, readProperty } from "../../../core/value";
import type { StackView } from "../../stack-view";
import { providerTypes } from "../provider-types";
import { textOf } from "../text";
import { readItems } from "../lists";

/** Alarms on metrics, and alarms made of others. */
export const alarmTypes = [providerTypes.awsMetricAlarm, providerTypes.awsCompositeAlarm] as const;

export function alarmsOf(stack: StackView): readonly DeclaredResource[] {
  return alarmTypes.flatMap((type) => stack.ofType(type));
}

/** Metrics that alarms look at. */
export interface WatchedMetrics {
  metrics: readonly { namespace: string; name: string }[];
  /** True when one of them is not known yet. */
  undecided: boolean;
}

/** What an alarm looks at: a metric of its own, or those that its queries name. */
export function metricsOf({ inputs }: DeclaredResource): WatchedMetrics {
  const queries = readProperty(inputs, ["metricQueries"]);
  const roots = [inputs, ...readItems(inputs, ["metricQueries"]).map(metricOf)];
  const read = roots.map((root) => ({
    namespace: readProperty(root, ["namespace"]),
    name: readProperty(root, ["metricName"]),
  }));
  return {
    metrics: read.flatMap((it) => {
      const [namespace, name] = [textOf(it.namespace), textOf(it.name)];
      return namespace === undefined || name === undefined ? [] : [{ namespace, name }];
    }),
    undecided:
      queries.state === "unknown" ||
      read.some(({ namespace, name }) => [namespace, name].some((it) => it.state === "unknown")),
  };
}

/** The metric of a query; an expression over others has none. */
function metricOf(query: Value): Value {
  return isPropertyMap(query) ? (query.metric ?? null) : query;
}

/** The name by which alarms made of others know it. */
export function alarmNameOf({ type, inputs }: DeclaredResource): Reading {
  return readProperty(inputs, [type === providerTypes.awsCompositeAlarm ? "alarmName" : "name"]);
}
