import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../core/value";
import { alarmHasRoute as rule } from "../../../policies/rules/observability/alarm-has-route";
import { alarm, composite } from "../support/alarms";
import { judge } from "../support/stack";

const silent = alarm({ alarmActions: null });
const stateOf = (...resources: Parameters<typeof judge>[1][number][]) =>
  judge(rule, resources).find(({ urn }) => urn === silent.urn)?.state;

// Requirement: ALRT-10
describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for an alarm with an action, known or still to be made", () => {
    const found = (alarmActions: symbol[] | string[]) =>
      judge(rule, [alarm({ alarmActions: alarmActions as never })])[0];
    expect(found([UNKNOWN])).toMatchObject({ state: "pass", found: "1 action" });
    expect(found(["arn:a", "arn:b"])).toMatchObject({ state: "pass", found: "2 actions" });
    expect(judge(rule, [composite()])[0]?.state).toBe("pass");
  });

  it("holds for an alarm that a composite alarm tells of", () => {
    const told = judge(rule, [silent, composite()]).find(({ urn }) => urn === silent.urn);
    expect(told).toMatchObject({ state: "pass", found: "an alarm made of it" });
  });

  it("reports an alarm that nobody hears of, in full", () => {
    expect(judge(rule, [silent])).toEqual([
      {
        rule: "alarm-has-route",
        state: "fail",
        urn: silent.urn,
        level: "mandatory",
        severity: "high",
        message: "alarmActions: found nothing, wanted an action",
        property: "alarmActions",
        found: null,
        wanted: "an action",
      },
    ]);
    expect(stateOf(alarm({ alarmActions: [] }))).toBe("fail");
    expect(stateOf(alarm({ name: null, alarmActions: null }), composite())).toBe("fail");
  });

  it.each([
    'ALARM("other") AND NOT ALARM("alarm")',
    'ALARM("other") AND NOT (ALARM("alarm") OR ALARM("more"))',
  ])("does not count an alarm that only silences: %s", (alarmRule) => {
    expect(stateOf(silent, composite({ alarmRule }))).toBe("fail");
  });

  it("cannot tell while the actions or what a composite alarm names is unknown", () => {
    expect(stateOf(alarm({ alarmActions: UNKNOWN }))).toBe("unknown");
    expect(stateOf(silent, composite({ alarmRule: UNKNOWN }))).toBe("unknown");
  });

  it("has nothing to judge in a stack without alarms", () => {
    expect(judge(rule, [])[0]?.state).toBe("not-applicable");
  });
});
