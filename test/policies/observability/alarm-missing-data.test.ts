import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { alarmMissingData as rule } from "../../../policies/rules/observability/alarm-missing-data";
import { alarm } from "../support/alarms";
import { brief, judge } from "../support/stack";

const stateOf = (inputs: PropertyMap) => judge(rule, [alarm(inputs)])[0]?.state;

describe(`${rule.id}: ${rule.title}`, () => {
  it.each(["breaching", "ignore", "notBreaching"])("holds for %s", (treatMissingData) => {
    expect(stateOf({ treatMissingData })).toBe("pass");
  });

  it.each([null, "missing"])("reports %s", (treatMissingData) => {
    expect(brief(judge(rule, [alarm({ treatMissingData })]))).toEqual([
      `fail alarm: treatMissingData: found ${treatMissingData ?? "nothing"}, wanted breaching, ignore, notBreaching`,
    ]);
  });

  it.each(["AWS/Route53", "CloudWatchSynthetics"])("wants silence of %s to count", (namespace) => {
    expect(stateOf({ namespace, treatMissingData: "breaching" })).toBe("pass");
    expect(brief(judge(rule, [alarm({ namespace, treatMissingData: "notBreaching" })]))).toEqual([
      "fail alarm: treatMissingData: found notBreaching, wanted breaching",
    ]);
  });

  it("cannot tell while it is unknown", () => {
    expect(stateOf({ treatMissingData: UNKNOWN })).toBe("unknown");
  });
});
