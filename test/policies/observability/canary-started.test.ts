import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { canaryStarted as rule } from "../../../policies/rules/observability/canary-started";
import { brief, judge, resource } from "../support/stack";

const judged = (inputs: PropertyMap) =>
  brief(judge(rule, [resource(providerTypes.awsCanary, "smoke", inputs)]))[0];

// Requirement: UPT-03
describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for a canary that is started", () => {
    expect(judged({ startCanary: true })).toMatch(/^pass/);
  });

  it.each([{ startCanary: false }, {}])("reports %j", (inputs) => {
    expect(judged(inputs)).toBe("fail smoke: startCanary: found false, wanted true");
  });

  it("cannot tell while it is unknown", () => {
    expect(judged({ startCanary: UNKNOWN })).toMatch(/^unknown/);
  });
});
