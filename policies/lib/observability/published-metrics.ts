import { readProperty } from "../../../core/value";
import type { StackView } from "../../stack-view";
import { providerTypes } from "../provider-types";
import { textOf } from "../text";

interface Metric {
  namespace: string;
  name: string;
}

/** What log lines publish. */
export interface PublishedMetrics {
  has: (metric: Metric) => boolean;
  /** True when some filter's metric is not known yet. */
  undecided: boolean;
}

export function publishedMetrics(stack: StackView): PublishedMetrics {
  const readings = stack
    .ofType(providerTypes.awsLogMetricFilter)
    .map(({ inputs }) =>
      ["namespace", "name"].map((key) => readProperty(inputs, ["metricTransformation", key])),
    );
  const keys = new Set(readings.map((reading) => reading.map(textOf).join(" ")));
  return {
    has: ({ namespace, name }) => keys.has(`${namespace} ${name}`),
    undecided: readings.flat().some(({ state }) => state === "unknown"),
  };
}
