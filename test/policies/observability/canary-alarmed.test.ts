import { describe, expect, it } from "vitest";
import type { PropertyMap } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { canaryAlarmed as rule } from "../../../policies/rules/observability/canary-alarmed";
import { alarm } from "../support/alarms";
import { brief, judge, resource } from "../support/stack";

const canary = resource(providerTypes.awsCanary, "smoke");
const watching = (inputs: PropertyMap = {}) =>
  alarm(
    { namespace: "CloudWatchSynthetics", metricName: "SuccessPercent", ...inputs },
    "smoke-alarm",
    { dimensions: [canary.urn] },
  );

// Requirement: UPT-03, UPT-04, HDR-13
describe(`${rule.id}: ${rule.title}`, () => {
  it.each(["SuccessPercent", "Failed"])("holds for an alarm on %s", (metricName) => {
    expect(judge(rule, [canary, watching({ metricName })])[0]?.state).toBe("pass");
  });

  it("reports a canary without an alarm", () => {
    const expected = ["fail smoke: found no alarm on SuccessPercent, wanted one"];
    expect(brief(judge(rule, [canary]))).toEqual(expected);
    expect(brief(judge(rule, [canary, watching({ namespace: "AWS/Route53" })]))).toEqual(expected);
  });
});
