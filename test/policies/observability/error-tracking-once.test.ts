import { describe, expect, it } from "vitest";
import { tokens } from "../../../core/tokens";
import { UNKNOWN, type Value } from "../../../core/value";
import { errorTrackingOnce as rule } from "../../../policies/rules/observability/error-tracking-once";
import { brief, judge, profile, resource } from "../support/stack";

const tracker = (events: Value, name = "errors") =>
  resource(tokens.errorTracking, name, { kind: "database", events });

// Requirement: CONF-01, ALRT-06, ALRT-07
describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for one place that errors are sent to", () => {
    expect(judge(rule, [tracker("send")])[0]).toMatchObject({ state: "pass", found: "send" });
  });

  it("reports none, and a second one, in full", () => {
    expect(brief(judge(rule, []))).toEqual([
      "fail groundwork-prod: found 0 places that errors go to, wanted 1",
    ]);
    expect(judge(rule, [tracker("send"), tracker("send", "more")])).toEqual([
      {
        rule: "error-tracking-once",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::groundwork:errors:ErrorTracking::more",
        level: "mandatory",
        severity: "medium",
        message: "found 2 places that errors go to, wanted 1",
        found: 2,
        wanted: 1,
      },
    ]);
  });

  it("lets dev alone drop errors", () => {
    const stateOf = (tier: string) =>
      brief(judge(rule, [profile({ tier }), tracker("drop")], { stack: tier }))[0];
    expect(stateOf("dev")).toMatch(/^pass/);
    expect(stateOf("staging")).toBe("fail errors: events: found drop, wanted send");
    expect(stateOf("prod")).toBe("fail errors: events: found drop, wanted send");
  });

  it("names both ways where a tier takes both", () => {
    const inDev = [profile({ tier: "dev" }), tracker("keep")];
    expect(brief(judge(rule, inDev, { stack: "dev" }))).toEqual([
      "fail errors: events: found keep, wanted drop or send",
    ]);
  });

  it("cannot tell while it is unknown", () => {
    expect(judge(rule, [tracker(UNKNOWN)])[0]?.state).toBe("unknown");
  });
});
