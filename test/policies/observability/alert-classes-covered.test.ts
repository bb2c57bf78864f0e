import { describe, expect, it } from "vitest";
import { alertClasses } from "../../../core/alerts";
import { UNKNOWN } from "../../../core/value";
import { alertClassesCovered as rule } from "../../../policies/rules/observability/alert-classes-covered";
import { alarm, composite } from "../support/alarms";
import { brief, judge, profile } from "../support/stack";

const ofClass = (name: string | typeof UNKNOWN) =>
  alarm({ tags: { class: name } }, `alarm-${String(name)}`);
const all = alertClasses.map(ofClass);
const inTier = (tier: string, classes: readonly string[]) =>
  judge(rule, [profile({ tier }), ...classes.map(ofClass)], { stack: tier }).map(
    ({ state }) => state,
  );

// Requirement: ALRT-11, ALRT-13
describe(`${rule.id}: ${rule.title}`, () => {
  it("holds where each class has an alarm, of either kind", () => {
    expect(judge(rule, all).map(({ state }) => state)).toEqual(Array(6).fill("pass"));
    const made = composite({ tags: { class: "business" } });
    const states = judge(rule, [...all.filter(({ name }) => name !== "alarm-business"), made]);
    expect(states.map(({ state }) => state)).toEqual(Array(6).fill("pass"));
  });

  it.each(alertClasses)("reports a prod stack without alarms of class %s", (one) => {
    const others = all.filter(({ name }) => name !== `alarm-${one}`);
    const results = judge(rule, others).filter(({ state }) => state !== "pass");
    expect(results).toEqual([
      {
        rule: "alert-classes-covered",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::pulumi:pulumi:Stack::groundwork-prod",
        level: "mandatory",
        severity: "high",
        message: `found no alarm of class ${one}, wanted one`,
        input: "level",
        found: null,
        wanted: `alarm of class ${one}`,
      },
    ]);
  });

  it("asks less of staging, and of dev only what is critical", () => {
    const staging = ["capacity", "critical", "maintenance", "performance", "security"];
    expect(inTier("staging", staging)).toEqual(Array(5).fill("pass"));
    expect(inTier("dev", ["critical"])).toEqual(["pass"]);
    expect(inTier("dev", ["business"])).toEqual(["fail"]);
  });

  it("cannot tell while an alarm's class is unknown", () => {
    const results = brief(judge(rule, [...all.slice(1), ofClass(UNKNOWN)]));
    expect(results.filter((text) => text.startsWith("unknown"))).toHaveLength(1);
  });
});
