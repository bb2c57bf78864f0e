import { expect, it } from "vitest";
import { declared } from "../../stand-ins";
import { billed, lines } from "./bill";

it("prices metric streams by what they send on: $0.003 for 1,000 updates", () => {
  const streams = ["a", "b"].map((name) =>
    declared("aws:cloudwatch/metricStream:MetricStream", name, { outputFormat: "json" }),
  );
  // 100 metrics a minute: 4,380,000 updates, half of them each; 2,190 × $0.003.
  expect(lines(billed(streams, { usage: { "alerts.streamedUpdates": 4_380_000 } }))).toEqual([
    "cloudwatch-metric-stream 2190 6.57",
    "cloudwatch-metric-stream 2190 6.57",
  ]);
});

const delivery = (inputs: object = {}) =>
  declared("aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream", "d", {
    destination: "extended_s3",
    extendedS3Configuration: { bucketArn: "arn:aws:s3:::b" },
    ...inputs,
  });

it("prices what Firehose takes in: $0.029 for a GB", () => {
  // 100 GB × $0.029.
  expect(lines(billed([delivery()], { usage: { "alerts.deliveredGb": 100 } }))).toEqual([
    "firehose-ingest 100 2.9",
  ]);
});

it.each([
  ["another destination", { destination: "redshift" }],
  [
    "partitions made while it writes",
    { extendedS3Configuration: { dynamicPartitioningConfiguration: { enabled: true } } },
  ],
])("says that it knows no price of %s", (_, inputs) => {
  expect(lines(billed([delivery(inputs)]))).toEqual([]);
});
