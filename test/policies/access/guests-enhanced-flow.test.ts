import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { guestsEnhancedFlow as rule } from "../../../policies/rules/access/guests-enhanced-flow";
import { brief, judge, resource } from "../support/stack";

const pool = (inputs: PropertyMap = {}) =>
  resource(providerTypes.awsIdentityPool, "guests", { identityPoolName: "shop", ...inputs });
const judged = (inputs?: PropertyMap) => brief(judge(rule, [pool(inputs)]));

// Requirement: ALRT-17, COMP-03
describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for a pool that says nothing, or says no", () => {
    expect(judged()[0]).toMatch(/^pass guests/);
    expect(judged({ allowClassicFlow: false })[0]).toMatch(/^pass guests/);
  });

  it("reports the classic flow, and cannot tell while it is not known", () => {
    expect(judged({ allowClassicFlow: true })).toEqual([
      "fail guests: allowClassicFlow: found true, wanted false",
    ]);
    expect(judged({ allowClassicFlow: UNKNOWN })[0]).toMatch(/^unknown guests/);
  });
});
