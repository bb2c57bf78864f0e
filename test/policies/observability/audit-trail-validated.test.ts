import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { auditTrailValidated as rule } from "../../../policies/rules/observability/audit-trail-validated";
import { brief, judge, resource } from "../support/stack";

const judged = (inputs: PropertyMap) =>
  brief(judge(rule, [resource(providerTypes.awsTrail, "trail", inputs)]))[0];

// Requirement: LOG-07, COMP-07
describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for a trail with digests", () => {
    expect(judged({ enableLogFileValidation: true })).toMatch(/^pass/);
  });

  it.each([{}, { enableLogFileValidation: false }])("reports %j", (inputs) => {
    expect(judged(inputs)).toBe("fail trail: enableLogFileValidation: found false, wanted true");
  });

  it("cannot tell while it is unknown", () => {
    expect(judged({ enableLogFileValidation: UNKNOWN })).toMatch(/^unknown/);
  });
});
