import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN, type Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { metricsCopied as rule } from "../../../policies/rules/observability/metrics-copied";
import { alarm } from "../support/alarms";
import { brief, judge, profile, resource } from "../support/stack";

const namespace = "shop/prod/web";
const watching = (inputs: PropertyMap = {}) =>
  alarm({ namespace, metricName: "Errors5xx", ...inputs });
const stream = (inputs: PropertyMap = {}) =>
  resource(providerTypes.awsMetricStream, "copies", inputs);
const including = (...metricNames: Value[]) =>
  stream({ includeFilters: [{ namespace, metricNames }] });
const missing = "found no copy of shop/prod/web Errors5xx, wanted one of each metric of an alarm";

// Requirement: ALRT-19
describe(`${rule.id}: ${rule.title}`, () => {
  it.each([
    ["names the metric", including("Duration", "Errors5xx")],
    ["names its namespace as a whole", stream({ includeFilters: [{ namespace }] })],
    ["names nothing, and so hands on all", stream()],
    ["leaves others out", stream({ excludeFilters: [{ namespace: "AWS/EC2" }] })],
  ])("holds where a stream %s", (_, copies) => {
    expect(judge(rule, [watching(), copies])[0]).toMatchObject({ state: "pass", found: 1 });
  });

  it.each([
    ["names others of the namespace", including("Duration")],
    ["names other namespaces", stream({ includeFilters: [{ namespace: "shop/prod/api" }] })],
    [
      "leaves the metric out",
      stream({ excludeFilters: [{ namespace, metricNames: ["Errors5xx"] }] }),
    ],
    ["is in another region", stream({ region: "eu-west-1" })],
  ])("reports a stream that %s, in full", (_, copies) => {
    expect(judge(rule, [watching(), copies])[0]).toMatchObject({
      state: "fail",
      input: "metricCopies",
      message: missing,
      found: ["shop/prod/web Errors5xx"],
    });
  });

  it.each([
    ["filters are", stream({ includeFilters: UNKNOWN })],
    ["filter's namespace is", stream({ includeFilters: [{ namespace: UNKNOWN }] })],
    [
      "filter's names are",
      stream({ includeFilters: [{ namespace: "shop/prod/api", metricNames: UNKNOWN }] }),
    ],
    ["filter's name is", including(UNKNOWN)],
  ])("cannot tell while a stream's %s unknown", (_, copies) => {
    expect(brief(judge(rule, [watching(), copies]))[0]).toMatch(/^unknown/);
  });

  it("cannot tell while what an alarm looks at is unknown", () => {
    const open = watching({ metricName: UNKNOWN });
    expect(brief(judge(rule, [open, including("Errors5xx")]))[0]).toMatch(/^unknown/);
  });

  it("asks nothing of what AWS publishes", () => {
    const ofAws = alarm({ namespace: "AWS/SNS", metricName: "NumberOfNotificationsFailed" });
    expect(judge(rule, [ofAws, including("Errors5xx")])[0]).toMatchObject({
      state: "pass",
      found: 0,
    });
  });

  it("reports a prod stack without a stream, and asks none of dev", () => {
    expect(judge(rule, [watching()])[0]).toMatchObject({
      state: "fail",
      message: "found 0 metric streams, wanted at least 1",
      found: 0,
      wanted: 1,
    });
    const inDev = judge(rule, [profile({ tier: "dev" }), watching()], { stack: "dev" });
    expect(brief(inDev)[0]).toMatch(/^not-applicable .*: the tier asks for no copies of metrics$/);
  });
});
