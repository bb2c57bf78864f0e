import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN, type Value } from "../../../core/value";
import { anomalyDetectionOn as rule } from "../../../policies/rules/observability/anomaly-detection-on";
import { alarm } from "../support/alarms";
import { brief, judge, profile } from "../support/stack";

const metrics = ["PreviewStarts", "ProjectCreations", "UserSessions"];
const watching = (
  metricName: string | typeof UNKNOWN,
  expression: Value = "ANOMALY_DETECTION_BAND(value, 3)",
): ReturnType<typeof alarm> => {
  const metric: PropertyMap = { namespace: "shop/prod/web", metricName };
  const metricQueries: PropertyMap[] = [
    { id: "value", metric },
    { id: "usual", expression },
  ];
  return alarm({ namespace: null, metricName: null, metricQueries }, `of-${String(metricName)}`);
};
const all = metrics.map((metric) => watching(metric));

// Requirement: ALRT-05, ALRT-18
describe(`${rule.id}: ${rule.title}`, () => {
  it("holds where each metric is compared with what is usual", () => {
    expect(judge(rule, all).map(({ state }) => state)).toEqual(["pass", "pass", "pass"]);
  });

  it.each(["value * 2", null, "MY_ANOMALY_DETECTION_BAND(value)"])(
    "does not count an alarm on %s",
    (expression) => {
      const results = brief(
        judge(rule, [...all.slice(0, 2), watching("UserSessions", expression)]),
      );
      expect(results.filter((text) => !text.startsWith("pass"))).toEqual([
        "fail groundwork-prod: found no alarm on what is unusual in UserSessions, wanted one",
      ]);
    },
  );

  it("asks none of dev, unless its stack does", () => {
    const inDev = (rules: PropertyMap) =>
      judge(rule, [profile({ tier: "dev", rules })], { stack: "dev" })[0];
    expect(inDev({})).toMatchObject({
      state: "not-applicable",
      message: "the tier asks for no alarm on what is unusual in",
    });
    expect(inDev({ "anomaly-detection-on": { metrics: ["UserSessions"] } })?.state).toBe("fail");
  });

  it.each([watching(UNKNOWN), watching("UserSessions", UNKNOWN)])(
    "cannot tell while an alarm's metric or expression is unknown",
    (odd) => {
      const states = judge(rule, [...all.slice(0, 2), odd]).map(({ state }) => state);
      expect(states.toSorted()).toEqual(["pass", "pass", "unknown"]);
    },
  );
});
