import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../core/value";
import { securityEventsWatched as rule } from "../../../policies/rules/observability/security-events-watched";
import { alarm } from "../support/alarms";
import { brief, judge, profile } from "../support/stack";

const watching = (metricName: string | typeof UNKNOWN) =>
  alarm({ metricName }, `of-${String(metricName)}`);
const all = ["AccessDenied", "PrivilegedActs", "SignInFailures"].map(watching);

// Requirement: LOG-06, ALRT-18
describe(`${rule.id}: ${rule.title}`, () => {
  it("holds where each event has an alarm", () => {
    expect(judge(rule, all).map(({ state }) => state)).toEqual(["pass", "pass", "pass"]);
  });

  it("reports events without one", () => {
    const results = brief(judge(rule, all.slice(0, 1)));
    expect(results.filter((text) => !text.startsWith("pass"))).toEqual([
      "fail groundwork-prod: found no alarm on PrivilegedActs, wanted one",
      "fail groundwork-prod: found no alarm on SignInFailures, wanted one",
    ]);
  });

  it("asks of staging guessed passwords alone, and nothing of dev", () => {
    const inTier = (tier: string) => judge(rule, [profile({ tier })], { stack: tier });
    expect(inTier("staging").map(({ state, wanted }) => [state, wanted])).toEqual([
      ["fail", "alarm on SignInFailures"],
    ]);
    expect(inTier("dev")[0]?.state).toBe("not-applicable");
  });

  it("cannot tell while an alarm's metric is unknown", () => {
    const states = judge(rule, [...all.slice(1), watching(UNKNOWN)]).map(({ state }) => state);
    expect(states.toSorted()).toEqual(["pass", "pass", "unknown"]);
  });
});
