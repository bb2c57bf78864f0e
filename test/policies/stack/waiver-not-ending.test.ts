import { describe, expect, it } from "vitest";
import { hstsPresent } from "../../../policies/rules/headers/hsts-present";
import { waiverNotEnding as rule } from "../../../policies/rules/stack/waiver-not-ending";
import { refuses } from "../../../policies/verdict";
import { brief, judge, profile } from "../support/stack";
import { goodWaiver, judgeWaivers, withoutHsts } from "../support/waivers";

const at = (day: string) => judgeWaivers(rule, [goodWaiver], new Date(`${day}T23:59:59Z`));

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds until 15 days before the last one", () => {
    expect(at("2026-06-15")[0]?.state).toBe("pass");
  });

  it("tells of it from 14 days before, in full, and refuses nothing", () => {
    const results = at("2026-06-16");
    expect(results).toEqual([
      {
        rule: "waiver-not-ending",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::groundwork:stack:StackProfile::profile",
        level: "advisory",
        severity: "low",
        message: "waiver 1 (hsts-present on web-headers) ends on 2026-06-30 (UTC), in 14 days",
        property: "waivers[0]",
        input: "waivers[0]",
        found: "2026-06-30",
        wanted: "more than 14 days from now",
      },
    ]);
    expect(results.filter(refuses)).toEqual([]);
  });

  it("tells of it until the last day, and then leaves it to waiver-not-expired", () => {
    expect(brief(at("2026-06-29"))).toEqual([
      "fail profile: waiver 1 (hsts-present on web-headers) ends on 2026-06-30 (UTC), in 1 day",
    ]);
    expect(brief(at("2026-06-30"))).toEqual([
      "fail profile: waiver 1 (hsts-present on web-headers) ends on 2026-06-30 (UTC), today",
    ]);
    expect(at("2026-07-01")[0]?.state).toBe("pass");
  });

  it("leaves a waiver that covers nothing to waiver-matches", () => {
    const waiver = { ...goodWaiver, target: "web", expires: "2026-06-16" };
    expect(judgeWaivers(rule, [waiver])[0]?.state).toBe("pass");
  });

  it("tells of it earlier where the stack says so", () => {
    const rules = { "waiver-not-ending": { days: 15 } };
    const stack = [profile({ rules, waivers: [goodWaiver] }), ...withoutHsts];
    expect(judge(rule, stack, { beside: [hstsPresent] })[0]?.state).toBe("fail");
  });

  it("has nothing to judge without waivers", () => {
    expect(judgeWaivers(rule, [])[0]?.state).toBe("not-applicable");
  });
});
