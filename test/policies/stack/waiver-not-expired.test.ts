import { describe, expect, it } from "vitest";
import { waiverNotExpired as rule } from "../../../policies/rules/stack/waiver-not-expired";
import { goodWaiver, judgeWaivers } from "../support/waivers";

const at = (time: string) => judgeWaivers(rule, [goodWaiver], new Date(time));

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds through the last day, in UTC", () => {
    expect(at("2026-06-30T23:59:59.999Z")[0]?.state).toBe("pass");
    expect(at("2026-06-30T23:00:00-02:00")[0]?.state).toBe("fail");
  });

  it("reports a waiver from the first moment of the next day, in full", () => {
    expect(at("2026-07-01T00:00:00Z")).toEqual([
      {
        rule: "waiver-not-expired",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::groundwork:stack:StackProfile::profile",
        level: "mandatory",
        severity: "high",
        message:
          "waiver 1 (hsts-present on web-headers) ended on 2026-06-30 and covers nothing since, today is 2026-07-01 (UTC)",
        property: "waivers[0]",
        input: "waivers[0]",
        found: "2026-06-30",
        wanted: "2026-07-01 or later",
      },
    ]);
  });

  it("has nothing to judge without waivers", () => {
    expect(judgeWaivers(rule, [])[0]?.state).toBe("not-applicable");
  });
});
