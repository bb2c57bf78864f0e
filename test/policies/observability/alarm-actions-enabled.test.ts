import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../core/value";
import { alarmActionsEnabled as rule } from "../../../policies/rules/observability/alarm-actions-enabled";
import { alarm, composite } from "../support/alarms";
import { judge } from "../support/stack";

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds where actions are on, said or not, for alarms of both kinds", () => {
    const alarms = [alarm(), alarm({ actionsEnabled: true }, "on"), composite()];
    expect(judge(rule, alarms).map(({ state }) => state)).toEqual(["pass", "pass", "pass"]);
  });

  it("reports actions that are off, in full", () => {
    expect(judge(rule, [alarm({ actionsEnabled: false })])).toEqual([
      {
        rule: "alarm-actions-enabled",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::aws:cloudwatch/metricAlarm:MetricAlarm::alarm",
        level: "mandatory",
        severity: "high",
        message: "actionsEnabled: found false, wanted true",
        property: "actionsEnabled",
        found: false,
        wanted: true,
      },
    ]);
    expect(judge(rule, [composite({ actionsEnabled: false })])[0]?.state).toBe("fail");
  });

  it("cannot tell while it is unknown", () => {
    expect(judge(rule, [alarm({ actionsEnabled: UNKNOWN })])[0]?.state).toBe("unknown");
  });
});
