import type { Pricer, Pricers } from "../../pricer";
import { mapAmounts } from "../../scenarios";
import { knowing, valueAt } from "../inputs";

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

const deliveryType = "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream";

/** An equal part of what all of them take in. What they are asked to do with it besides is paid by itself. */
const delivery: Pricer = (resource, context) => {
  if (valueAt(resource, "destination") !== "extended_s3") {
    return [{ notPriced: "only deliveries to S3 are priced here" }];
  }
  const extra = extras.find((path) => valueAt(resource, path) !== undefined);
  if (extra !== undefined) return [{ notPriced: `no price of ${extra} is known here` }];
  return [
    {
      sku: "firehose-ingest",
      region: context.awsRegion(resource),
      quantity: context.used("alerts.deliveredGb", resource, context.ofType(deliveryType)),
      rests: ["alerts.deliveredGb"],
    },
  ];
};

const extras = [
  "extendedS3Configuration.dataFormatConversionConfiguration",
  "extendedS3Configuration.dynamicPartitioningConfiguration",
];

export const awsMetricStreamPricers: Pricers = {
  [type]: metricStream,
  [deliveryType]: knowing(["destination", ...extras], delivery),
};
