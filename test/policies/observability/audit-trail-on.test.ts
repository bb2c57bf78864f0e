import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { auditTrailOn as rule } from "../../../policies/rules/observability/audit-trail-on";
import { brief, judge, profile, resource } from "../support/stack";

const trail = (inputs: PropertyMap = {}) =>
  resource(providerTypes.awsTrail, "trail", { isMultiRegionTrail: true, ...inputs });
const failing = (inputs: PropertyMap) =>
  brief(judge(rule, [trail(inputs)])).filter((text) => !text.startsWith("pass"));

// Requirement: LOG-07, COMP-07
describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for a trail that logs in all regions, by default or in words", () => {
    const states = (inputs: PropertyMap) => judge(rule, [trail(inputs)]).map(({ state }) => state);
    expect(states({})).toEqual(["pass", "pass", "pass"]);
    expect(states({ enableLogging: true, includeGlobalServiceEvents: true })).toEqual([
      "pass",
      "pass",
      "pass",
    ]);
  });

  it.each(["enableLogging", "includeGlobalServiceEvents", "isMultiRegionTrail"])(
    "reports a trail with %s off, and cannot tell while it is unknown",
    (property) => {
      expect(failing({ [property]: false })).toEqual([
        `fail trail: ${property}: found false, wanted true`,
      ]);
      expect(failing({ [property]: UNKNOWN })[0]).toMatch(/^unknown trail/);
    },
  );

  it("reports a trail of one region by default", () => {
    expect(failing({ isMultiRegionTrail: null })).toEqual([
      "fail trail: isMultiRegionTrail: found false, wanted true",
    ]);
  });

  it("reports a prod stack without a trail, in full", () => {
    expect(judge(rule, [])).toEqual([
      {
        rule: "audit-trail-on",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::pulumi:pulumi:Stack::groundwork-prod",
        level: "mandatory",
        severity: "high",
        message: "found 0 audit trails, wanted at least 1",
        input: "trail",
        found: 0,
        wanted: 1,
      },
    ]);
  });

  it("asks none of dev, but judges the one that it has", () => {
    const inDev = (...trails: ReturnType<typeof trail>[]) =>
      brief(judge(rule, [profile({ tier: "dev" }), ...trails], { stack: "dev" }))[0];
    expect(inDev()).toMatch(/^not-applicable .*: the tier asks for no audit trail$/);
    expect(inDev(trail({ enableLogging: false }))).toMatch(/^fail/);
  });
});
