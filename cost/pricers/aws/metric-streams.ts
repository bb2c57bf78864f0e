import type { Pricer, Pricers } from "../../pricer";
import { mapAmounts } from "../../scenarios";

const type = "aws:cloudwatch/metricStream:MetricStream";

/** An equal part of the updates that all streams send on; what takes them in is paid by itself. */
const metricStream: Pricer = (resource, context) => {
  const updates = context.used("alerts.streamedUpdates", resource, context.ofType(type));
  return [
    {
      sku: "cloudwatch-metric-stream",
      region: context.awsRegion(resource),
      quantity: mapAmounts(updates, (count) => count.div(1000)),
      rests: ["alerts.streamedUpdates"],
    },
  ];
};

export const awsMetricStreamPricers: Pricers = { [type]: metricStream };
