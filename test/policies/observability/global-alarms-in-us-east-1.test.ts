import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { globalAlarmsInUsEast1 as rule } from "../../../policies/rules/observability/global-alarms-in-us-east-1";
import { alarm } from "../support/alarms";
import { brief, judge } from "../support/stack";

const judged = (inputs: PropertyMap) => brief(judge(rule, [alarm(inputs)]))[0];

// Requirement: UPT-03
describe(`${rule.id}: ${rule.title}`, () => {
  it.each(["AWS/Billing", "AWS/CloudFront", "AWS/Route53"])("holds for %s there", (namespace) => {
    expect(judged({ namespace, region: "us-east-1" })).toMatch(/^pass/);
    expect(judged({ namespace, region: "ca-central-1" })).toBe(
      "fail alarm: region: found ca-central-1, wanted us-east-1",
    );
  });

  it("reports an alarm that does not say its region", () => {
    expect(judged({ namespace: "AWS/Route53" })).toBe(
      "fail alarm: region: found nothing, wanted us-east-1",
    );
  });

  it("looks at the metrics of expressions", () => {
    const metric = { namespace: "AWS/CloudFront", metricName: "5xxErrorRate" };
    const queries = { namespace: null, metricQueries: [{ id: "a", metric }] };
    expect(judged(queries)).toMatch(/^fail/);
  });

  it("leaves alarms on regional services alone", () => {
    expect(judged({ namespace: "AWS/SNS" })).toBe(
      "not-applicable alarm: the metric is one of the alarm's own region",
    );
  });

  it("cannot tell while namespace or region is unknown", () => {
    expect(judged({ namespace: UNKNOWN, region: "ca-central-1" })).toMatch(
      /^unknown alarm: namespace/,
    );
    expect(judged({ namespace: "AWS/Route53", region: UNKNOWN })).toMatch(/^unknown alarm: region/);
  });
});
