import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { healthCheckAlarmed as rule } from "../../../policies/rules/observability/health-check-alarmed";
import { alarm, checkAlarm } from "../support/alarms";
import { judge, resource } from "../support/stack";

const check = resource(providerTypes.awsHealthCheck, "uptime-app", { type: "HTTPS" });
const stateOf = (...alarms: Parameters<typeof judge>[1][number][]) =>
  judge(rule, [check, ...alarms])[0]?.state;

// Requirement: ALRT-12, UPT-03
describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for an alarm on the check's status, or on how many places find it healthy", () => {
    expect(judge(rule, [check, checkAlarm(check)])[0]).toMatchObject({
      state: "pass",
      found: "uptime-app-alarm",
    });
    expect(stateOf(checkAlarm(check, { metricName: "HealthCheckPercentageHealthy" }))).toBe("pass");
  });

  it("holds for an alarm on an expression over the status", () => {
    const metric = { namespace: "AWS/Route53", metricName: "HealthCheckStatus" };
    const queries = { namespace: null, metricName: null, metricQueries: [{ id: "a", metric }] };
    expect(stateOf(alarm(queries, "math", { metricQueries: [check.urn] }))).toBe("pass");
  });

  it("reports a check without an alarm, in full", () => {
    expect(judge(rule, [check])).toEqual([
      {
        rule: "health-check-alarmed",
        state: "fail",
        urn: check.urn,
        level: "mandatory",
        severity: "high",
        message: "found no alarm on HealthCheckStatus, wanted one",
        found: null,
        wanted: "an alarm on HealthCheckStatus",
      },
    ]);
  });

  it("does not count alarms on other checks, metrics or namespaces", () => {
    const other = resource(providerTypes.awsHealthCheck, "other");
    expect(stateOf(checkAlarm(other))).toBe("fail");
    expect(stateOf(checkAlarm(check, { metricName: "TimeToFirstByte" }))).toBe("fail");
    expect(stateOf(checkAlarm(check, { namespace: "shop" }))).toBe("fail");
  });

  it.each(["metricName", "namespace", "metricQueries"])(
    "cannot tell while %s of the check's alarm is unknown",
    (property) => {
      const odd: PropertyMap = { namespace: "shop", metricName: "x", [property]: UNKNOWN };
      expect(stateOf(checkAlarm(check, odd))).toBe("unknown");
    },
  );
});
