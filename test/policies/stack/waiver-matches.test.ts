import { describe, expect, it } from "vitest";
import { waiverMatches as rule } from "../../../policies/rules/stack/waiver-matches";
import { goodWaiver, judgeWaivers } from "../support/waivers";

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for a waiver that covers a finding", () => {
    expect(judgeWaivers(rule, [goodWaiver])[0]?.state).toBe("pass");
  });

  it("reports a waiver whose target has no such finding, in full", () => {
    expect(judgeWaivers(rule, [{ ...goodWaiver, target: "web" }])).toEqual([
      {
        rule: "waiver-matches",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::groundwork:stack:StackProfile::profile",
        level: "mandatory",
        severity: "medium",
        message: "waiver 1 (hsts-present on web) covers no finding",
        property: "waivers[0]",
        input: "waivers[0]",
        found: "web",
      },
    ]);
  });

  it.each(["web-h", "WEB-HEADERS", "web-h*z", "component:web-headers"])(
    "reports a target that means none of it: %s",
    (target) => {
      expect(judgeWaivers(rule, [{ ...goodWaiver, target }])[0]?.state).toBe("fail");
    },
  );

  it("takes a pattern for a target, and a property of the finding", () => {
    const property = "route.headers.Strict-Transport-Security";
    expect(judgeWaivers(rule, [{ ...goodWaiver, target: "web-*" }])[0]?.state).toBe("pass");
    expect(judgeWaivers(rule, [{ ...goodWaiver, property }])[0]?.state).toBe("pass");
    expect(judgeWaivers(rule, [{ ...goodWaiver, property: "route" }])[0]?.state).toBe("fail");
  });

  it("leaves an expired waiver to waiver-not-expired", () => {
    expect(judgeWaivers(rule, [{ ...goodWaiver, expires: "2026-06-01" }])[0]?.state).toBe("pass");
  });

  it("has nothing to judge without waivers", () => {
    expect(judgeWaivers(rule, [])[0]?.state).toBe("not-applicable");
  });
});
