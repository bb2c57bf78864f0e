import { describe, expect, it } from "vitest";
import { type Value, UNKNOWN } from "../../../core/value";
import { compositeChildrenExist as rule } from "../../../policies/rules/observability/composite-children-exist";
import { alarm, composite } from "../support/alarms";
import { brief, judge } from "../support/stack";

const judged = (alarmRule: Value, ...alarms: ReturnType<typeof alarm>[]) =>
  brief(judge(rule, [composite({ alarmRule }), ...alarms]))[0];

// Requirement: ALRT-09, ALRT-22
describe(`${rule.id}: ${rule.title}`, () => {
  it.each([
    'ALARM("alarm")',
    "ALARM(alarm)",
    "OK(alarm) AND INSUFFICIENT_DATA( alarm )",
    'ALARM("arn:aws:cloudwatch:ca-central-1:123456789012:alarm:alarm")',
    'ALARM("alarm") AND NOT ALARM("composite")',
  ])("holds for %s", (alarmRule) => {
    expect(judged(alarmRule, alarm())).toMatch(/^pass/);
  });

  it("reports the names that nobody has, silencing ones too", () => {
    expect(judged('ALARM("alarm") OR ALARM("gone") AND NOT (OK("lost"))', alarm())).toBe(
      "fail composite: alarmRule: found gone, lost, wanted alarms of the stack",
    );
    expect(judge(rule, [composite(), alarm()])[0]).toMatchObject({
      found: "alarm",
      property: "alarmRule",
    });
  });

  it.each([null, "TRUE", ""])("reports %j, which names nobody", (alarmRule) => {
    expect(judged(alarmRule, alarm())).toBe(
      "fail composite: alarmRule: found nothing, wanted alarms of the stack",
    );
  });

  it("cannot tell while the rule, or a name that may be the missing one, is unknown", () => {
    expect(judged(UNKNOWN, alarm())).toMatch(/^unknown/);
    expect(judged("ALARM(gone)", alarm({ name: UNKNOWN }))).toMatch(/^unknown/);
    expect(judged("ALARM(gone)", alarm({ name: null }))).toMatch(/^fail/);
    expect(judged("ALARM(alarm)", alarm(), alarm({ name: UNKNOWN }, "b"))).toMatch(/^pass/);
  });
});
