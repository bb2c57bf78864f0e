import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { alarmTimely as rule } from "../../../policies/rules/observability/alarm-timely";
import { alarm } from "../support/alarms";
import { brief, judge, profile } from "../support/stack";

const judged = (inputs: PropertyMap) => brief(judge(rule, [alarm(inputs)]))[0];
const critical = { tags: { severity: "critical" } };

// Requirement: ALRT-09
describe(`${rule.id}: ${rule.title}`, () => {
  it.each([
    { ...critical, period: 300, evaluationPeriods: 2 },
    { tags: { severity: "warning" }, period: 300, evaluationPeriods: 3 },
    { period: 86_400, evaluationPeriods: 1 },
  ])("holds for %j", (inputs) => {
    expect(judged(inputs)).toMatch(/^pass/);
  });

  it("reports what takes too long for its severity", () => {
    expect(judged({ ...critical, period: 300, evaluationPeriods: 3 })).toBe(
      "fail alarm: evaluationPeriods: found 900 seconds, wanted at most 600 seconds",
    );
    expect(judged({ period: 86_400, evaluationPeriods: 2 })).toBe(
      "fail alarm: evaluationPeriods: found 172800 seconds, wanted at most 86400 seconds",
    );
  });

  it("takes the longest period of an expression", () => {
    const metricQueries = [60, 3600].map((period) => ({ id: `m${period}`, metric: { period } }));
    const math = { ...critical, period: null, metricQueries };
    expect(judged(math)).toContain("found 3600 seconds");
  });

  it("lets dev take longer, and a stack tighten", () => {
    const slow = alarm({ ...critical, period: 300, evaluationPeriods: 3 });
    expect(judge(rule, [profile({ tier: "dev" }), slow], { stack: "dev" })[0]?.state).toBe("pass");
    const tightened = profile({ rules: { "alarm-timely": { maxCriticalSeconds: 60 } } });
    const alarms = [tightened, alarm({ ...critical, evaluationPeriods: 2 })];
    expect(judge(rule, alarms)[0]?.state).toBe("fail");
  });

  it("has no ground where an alarm has no period", () => {
    expect(judged({ period: null })).toBe("not-applicable alarm: the alarm has no period");
  });

  it.each<PropertyMap>([
    { period: UNKNOWN },
    { evaluationPeriods: UNKNOWN },
    { tags: { severity: UNKNOWN } },
    { tags: UNKNOWN },
    { metricQueries: [UNKNOWN] },
  ])("cannot tell with %j", (inputs) => {
    expect(judged(inputs)).toMatch(/^unknown/);
  });
});
