import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN, type Value } from "../../../core/value";
import { levelOf } from "../../../policies/levels";
import { readinessFresh as rule } from "../../../policies/rules/recovery/readiness-fresh";
import { brief, judge, profile } from "../support/stack";

const ask = (date: Value, changes: PropertyMap = {}) =>
  brief(judge(rule, [profile({ readiness: { dns: { date } }, ...changes })]));

// Requirement: REL-16
describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts a look of a year ago", () => {
    expect(ask("2025-06-15")).toEqual([`pass profile: ${rule.title}`]);
  });

  it("reports an older one, by the stack's own bound where that is tighter", () => {
    expect(ask("2025-06-14")).toEqual([
      "fail profile: readiness.dns.date: found 2025-06-14, wanted 2025-06-15 or later",
    ]);
    expect(ask("2026-03-01", { rules: { [rule.id]: { maxDays: 90 } } })).toEqual([
      "fail profile: readiness.dns.date: found 2026-03-01, wanted 2026-03-17 or later",
    ]);
  });

  it("cannot tell a day that is not known yet", () => {
    expect(ask(UNKNOWN)).toEqual([
      expect.stringMatching(/^unknown profile: readiness\.dns\.date: not known/),
    ]);
  });

  it("has nothing to say of what is no day, or of nothing", () => {
    expect(ask("soon")).toEqual(["not-applicable profile: readiness.dns.date is no day"]);
    expect(brief(judge(rule, []))).toEqual([
      "not-applicable groundwork-prod: no readiness is recorded",
    ]);
  });

  it("only tells: a date that passes stops no update", () => {
    expect(levelOf(rule.id, "prod")).toBe("advisory");
  });
});
