import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { alarmMetricsPublished as rule } from "../../../policies/rules/observability/alarm-metrics-published";
import { alarm, filter } from "../support/alarms";
import { brief, judge } from "../support/stack";

const own = { namespace: "shop/prod/web", metricName: "Errors5xx" };
const judged = (inputs: PropertyMap, ...filters: ReturnType<typeof filter>[]) =>
  brief(judge(rule, [alarm(inputs), ...filters]))[0];

// Requirement: ALRT-22
describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for metrics that log filters publish", () => {
    expect(judge(rule, [alarm(own), filter("Errors5xx")])[0]).toMatchObject({
      state: "pass",
      property: "metricName",
      found: "Errors5xx",
    });
  });

  it("reports a metric that nobody publishes", () => {
    const failure =
      "fail alarm: metricName: found shop/prod/web Errors5xx, wanted metrics that a log filter publishes";
    expect(judged(own)).toBe(failure);
    expect(judged(own, filter("Requests"))).toBe(failure);
    expect(judged(own, filter("Errors5xx", "shop/dev/web"))).toBe(failure);
  });

  it("looks at each metric of an expression", () => {
    const metricQueries = ["Errors5xx", "Requests"].map((metricName) => ({
      id: metricName,
      metric: { ...own, metricName },
    }));
    const math = { namespace: null, metricName: null, metricQueries };
    expect(judged(math, filter("Errors5xx"), filter("Requests"))).toMatch(/^pass/);
    expect(judged(math, filter("Errors5xx"))).toContain("found shop/prod/web Requests");
  });

  it("reads queries without a metric, and passes over them", () => {
    const band = { id: "usual", expression: "ANOMALY_DETECTION_BAND(value, 2)" };
    expect(judged({ ...own, metricQueries: [band] }, filter("Errors5xx"))).toMatch(/^pass/);
  });

  it.each(["AWS/Lambda", "CloudWatchSynthetics", "CWAgent", "ECS/ContainerInsights"])(
    "leaves %s to AWS",
    (namespace) => {
      expect(judged({ namespace })).toBe(
        "not-applicable alarm: AWS publishes what the alarm looks at",
      );
    },
  );

  it.each(["myAWS/Lambda", "CWAgents", "CloudWatchSyntheticsOfOurs"])(
    "does not take %s for AWS's",
    (namespace) => {
      expect(judged({ namespace })).toMatch(/^fail/);
    },
  );

  it("cannot tell while a metric, or what a filter publishes, is unknown", () => {
    expect(judged({ ...own, metricName: UNKNOWN })).toMatch(/^unknown/);
    expect(judged({ ...own, metricQueries: [UNKNOWN] }, filter("Errors5xx"))).toMatch(/^unknown/);
    expect(judged(own, filter(UNKNOWN))).toMatch(/^unknown/);
    expect(judged(own, filter("Errors5xx"), filter("Requests", UNKNOWN))).toMatch(/^pass/);
  });
});
