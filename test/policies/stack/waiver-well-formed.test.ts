import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../core/value";
import { waiverWellFormed as rule } from "../../../policies/rules/stack/waiver-well-formed";
import { brief } from "../support/stack";
import { goodWaiver, judgeWaivers } from "../support/waivers";

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for a complete waiver, with and without a ticket", () => {
    expect(judgeWaivers(rule, [goodWaiver])[0]?.state).toBe("pass");
    expect(judgeWaivers(rule, [{ ...goodWaiver, ticket: "OPS-12" }])[0]?.state).toBe("pass");
    expect(judgeWaivers(rule, [{ ...goodWaiver, ticket: null }])[0]?.state).toBe("pass");
    expect(judgeWaivers(rule, [{ ...goodWaiver, max: 3 }])[0]?.state).toBe("pass");
  });

  it("reports what is missing, in full", () => {
    expect(judgeWaivers(rule, [goodWaiver, { ...goodWaiver, reason: "", owner: null }])).toEqual([
      {
        rule: "waiver-well-formed",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::groundwork:stack:StackProfile::profile",
        level: "mandatory",
        severity: "high",
        message: "waiver 2 covers nothing, because it cannot be read: reason, owner",
        property: "waivers[1]",
        input: "waivers[1]",
      },
    ]);
  });

  it.each([
    "2026-02-30",
    "30.06.2026",
    "2026-6-30",
    "2026-12-01 00:00:00 +0000 UTC",
    "never",
    20260630,
  ])("reports a last day that is no day: %s", (expires) => {
    expect(brief(judgeWaivers(rule, [{ ...goodWaiver, expires }]))).toEqual([
      "fail profile: waiver 1 covers nothing, because it cannot be read: expires",
    ]);
  });

  it.each([0, -1, 1.5, "1"])("reports a max that is no number of findings: %s", (max) => {
    expect(brief(judgeWaivers(rule, [{ ...goodWaiver, max }]))).toEqual([
      "fail profile: waiver 1 covers nothing, because it cannot be read: max",
    ]);
  });

  it("reports an entry that is no waiver at all", () => {
    expect(brief(judgeWaivers(rule, ["hsts-present", UNKNOWN]))).toEqual([
      "fail profile: waiver 1 covers nothing, because it cannot be read: entry",
      "fail profile: waiver 2 covers nothing, because it cannot be read: entry",
    ]);
  });

  it("has nothing to judge without waivers", () => {
    expect(judgeWaivers(rule, [])[0]?.state).toBe("not-applicable");
  });
});
