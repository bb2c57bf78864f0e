import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../../core/value";
import { declared } from "../../stand-ins";
import { billed, free, lines, several, total, unpriced } from "./bill";

/* Prices: https://aws.amazon.com/cloudwatch/pricing/ for us-east-1. */

const plain = { namespace: "AWS/SNS", metricName: "NumberOfNotificationsFailed", period: 300 };

function alarm(inputs: PropertyMap = plain, name = "alarm") {
  return declared("aws:cloudwatch/metricAlarm:MetricAlarm", name, inputs);
}

const metric = (id: string, period = 300) => ({
  id,
  metric: { namespace: "shop", metricName: id, period, stat: "Sum" },
});

describe("the price of alarms", () => {
  it.each([
    // 10 × $0.10 = $1.00, all within the 10 free alarm metrics.
    [10, "0"],
    // 11 × $0.10 = $1.10, less 10 × $0.10.
    [11, "0.1"],
  ])("leaves ten alarm metrics of an account free: %i", (count, expected) => {
    expect(total(billed(several(count, (name) => alarm(plain, name))))).toBe(expected);
  });

  it("counts the free ten in one stack alone", () => {
    expect(total(billed([alarm()], { share: 0, countedBy: "prod" }))).toBe("0.1");
  });

  it("grants the free ten once for all regions", () => {
    const near = several(15, (name) => alarm({ ...plain, region: "ca-central-1" }, name));
    const far = several(5, (name) => alarm(plain, `far-${name}`));
    const bill = billed([...near, ...far]);
    // 20 × $0.10 = $2.00. Of the ten, 15/20 fall to one region and 5/20 to the other: 7.5 and 2.5.
    expect(lines(bill).slice(-2).sort()).toEqual([
      "cloudwatch-alarm-standard -2.5 -0.25",
      "cloudwatch-alarm-standard -7.5 -0.75",
    ]);
    expect(total(bill)).toBe("1");
  });

  it.each<[string, PropertyMap, string]>([
    ["one of a period of a minute", { ...plain, period: 60 }, "cloudwatch-alarm-standard 1 0.1"],
    ["one of a period of 30 s", { ...plain, period: 30 }, "cloudwatch-alarm-high-res 1 0.3"],
    [
      // 2 × $0.10.
      "metric math by each metric that it refers to",
      {
        metricQueries: [
          { id: "ratio", expression: "100 * errors / requests", returnData: true },
          metric("errors"),
          metric("requests"),
        ],
      },
      "cloudwatch-alarm-standard 2 0.2",
    ],
    [
      // The metric, the upper and the lower bound: 3 × $0.10.
      "a band of what is usual as three metrics",
      { metricQueries: [metric("m"), { id: "usual", expression: "ANOMALY_DETECTION_BAND(m, 3)" }] },
      "cloudwatch-alarm-standard 3 0.3",
    ],
    [
      // 3 × $0.30.
      "a band of high resolution as three dear ones",
      {
        metricQueries: [
          metric("m", 10),
          { id: "usual", expression: "ANOMALY_DETECTION_BAND(m, 3)", period: 10 },
        ],
      },
      "cloudwatch-alarm-high-res 3 0.9",
    ],
  ])("prices %s", (_, inputs, expected) => {
    expect(lines(billed([alarm(inputs)], { share: 0 }))).toEqual([expected]);
  });

  it("prices a Metrics Insights query by the metrics that it analyses, none of them free", () => {
    const query = { id: "q", expression: "SELECT MAX(Duration) FROM shop GROUP BY route" };
    const bill = billed([alarm({ metricQueries: [query] })], {
      usage: { "alerts.metricsPerQuery": 25 },
    });
    // 25 × $0.10.
    expect(lines(bill)).toEqual(["cloudwatch-alarm-metrics-insights 25 2.5"]);
    expect(bill.lines[0]?.rests).toEqual(["alerts.metricsPerQuery"]);
  });

  it("prices a composite alarm whatever it is made of", () => {
    const composite = declared("aws:cloudwatch/compositeAlarm:CompositeAlarm", "all", {
      alarmRule: "ALARM(a) OR ALARM(b)",
    });
    expect(lines(billed([composite]))).toEqual(["cloudwatch-alarm-composite 1 0.5"]);
  });

  it("lets another region's price stand in, and says so", () => {
    const bill = billed([alarm({ ...plain, region: "eu-west-3" })], { share: 0 });
    expect(bill.lines.map(({ standsIn }) => standsIn)).toEqual(["us-east-1"]);
  });

  it.each<[PropertyMap, string]>([
    [{ ...plain, period: UNKNOWN }, "period is not known before the update"],
    [{ metricQueries: UNKNOWN }, "metricQueries is not known before the update"],
    [
      { metricQueries: [metric("a"), { id: "b", expression: UNKNOWN }] },
      "metricQueries[1].expression is not known before the update",
    ],
    [
      { metricQueries: [{ id: "a", metric: UNKNOWN }] },
      "metricQueries[0].metric.period is not known before the update",
    ],
    [{ alarmName: "of nothing" }, "it names no metric by which it is billed"],
  ])("does not price what it cannot tell: %j", (inputs, reason) => {
    expect(unpriced(billed([alarm(inputs)]))).toEqual([reason]);
  });

  it("prices an alarm whose dimensions are not known yet", () => {
    expect(unpriced(billed([alarm({ ...plain, dimensions: UNKNOWN })]))).toEqual([]);
  });

  it("asks nothing for muting", () => {
    const mute = declared("aws:cloudwatch/alarmMuteRule:AlarmMuteRule", "mute");
    expect(free(billed([mute]))).toEqual(["a setting of alarms"]);
  });
});
