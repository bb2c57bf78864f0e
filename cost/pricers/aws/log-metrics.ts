import type { DeclaredResource } from "../../../core/resource";
import { isPropertyMap } from "../../../core/value";
import type { Pricer, Pricers } from "../../pricer";
import { remembered } from "../../remembered";
import { always } from "../../scenarios";
import { knowing, textAt, valueAt } from "../inputs";
import { perOne } from "./per-one";

const type = "aws:cloudwatch/logMetricFilter:LogMetricFilter";
const source = "https://aws.amazon.com/cloudwatch/pricing/";

/** A filter is free; the custom metric that it makes is billed, once however many filters make it. */
const filter: Pricer = (resource, context) => {
  const first = makers(context.ofType(type)).get(metricOf(resource));
  if (first !== undefined && first !== resource) {
    return [{ free: `its metric is counted with ${first.name}`, source }];
  }
  const made = hasDimensions(resource)
    ? perOne(context, "logs.metricsPerFilter", resource)
    : { quantity: always(1) };
  return [{ sku: "cloudwatch-metric-custom", region: context.awsRegion(resource), ...made }];
};

/** The first filter of each metric. */
const makers = remembered((filters: readonly DeclaredResource[]) => {
  const first = new Map<string, DeclaredResource>();
  for (const one of filters) {
    const metric = metricOf(one);
    if (!first.has(metric)) first.set(metric, one);
  }
  return first;
});

/** What tells metrics apart: region, namespace and name. */
function metricOf(resource: DeclaredResource): string {
  const parts = ["region", "metricTransformation.namespace", "metricTransformation.name"];
  return JSON.stringify(parts.map((path) => textAt(resource, path) ?? ""));
}

/** Each combination of their values makes a metric of its own. */
function hasDimensions(resource: DeclaredResource): boolean {
  const dimensions = valueAt(resource, "metricTransformation.dimensions");
  return isPropertyMap(dimensions) && Object.keys(dimensions).length > 0;
}

export const awsLogMetricPricers: Pricers = {
  [type]: knowing(
    [
      "metricTransformation.namespace",
      "metricTransformation.name",
      "metricTransformation.dimensions",
    ],
    filter,
  ),
};
