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
