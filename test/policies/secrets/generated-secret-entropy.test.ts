import { describe, expect, it } from "vitest";
import { UNKNOWN, type PropertyMap } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { generatedSecretEntropy as rule } from "../../../policies/rules/secrets/generated-secret-entropy";
import { brief, judge, profile, resource } from "../support/stack";

const { randomPassword, randomBytes, randomId, randomString } = providerTypes;
const ask = (type: string, inputs: PropertyMap) =>
  brief(judge(rule, [resource(type, "made", inputs)]));

// Requirement: SECR-11
describe(`${rule.id}: ${rule.title}`, () => {
  it.each<[string, PropertyMap]>([
    [randomBytes, { length: 16 }],
    [randomId, { byteLength: 16 }],
    [randomPassword, { length: 32, overrideSpecial: "-._~" }],
    [randomPassword, { length: 21 }],
    [randomPassword, { length: 21, lower: true, upper: true, numeric: true, special: true }],
    [randomString, { length: 22, special: false }],
    [randomPassword, { length: 28, special: false, upper: false, numeric: false }],
  ])("accepts %s of %j", (type, inputs) => {
    expect(ask(type, inputs)).toEqual([`pass made: ${rule.title}`]);
  });

  it.each<[string, PropertyMap, string]>([
    [randomBytes, { length: 15 }, "length: found 120"],
    [randomId, { byteLength: 8 }, "byteLength: found 64"],
    [randomPassword, { length: 20 }, "length: found 127"],
    [randomPassword, { length: 21, special: false }, "length: found 125"],
    [randomPassword, { length: 21, overrideSpecial: "--.." }, "length: found 126"],
    [
      randomString,
      { length: 27, special: false, upper: false, numeric: false },
      "length: found 126",
    ],
    [
      randomString,
      { length: 200, special: false, upper: false, numeric: false, lower: false },
      "length: found 0",
    ],
    [randomBytes, {}, "length: found 0"],
    [randomBytes, { length: "many" }, "length: found 0"],
  ])("reports %s of %j", (type, inputs, found) => {
    expect(ask(type, inputs)).toEqual([
      `fail made: ${found} bits of randomness, wanted 128 bits of randomness`,
    ]);
  });

  it("asks less of dev, and takes a stricter bound from the stack", () => {
    const twelve = resource(randomBytes, "made", { length: 12 });
    const stateIn = (changes: PropertyMap, stack = "prod") =>
      judge(rule, [profile(changes), twelve], { stack })[0]?.state;
    expect(stateIn({ tier: "dev" }, "dev")).toBe("pass");
    expect(stateIn({ tier: "staging" }, "staging")).toBe("fail");
    const rules = { [rule.id]: { minBits: 256 } };
    const strict = resource(randomBytes, "made", { length: 31 });
    expect(judge(rule, [profile({ rules }), strict])[0]?.state).toBe("fail");
  });

  it.each<[string, PropertyMap]>([
    [randomBytes, { length: UNKNOWN }],
    [randomPassword, { length: 32, overrideSpecial: UNKNOWN }],
    [randomPassword, { length: 32, special: UNKNOWN }],
    [randomPassword, { length: 32, lower: UNKNOWN }],
  ])("cannot tell about %s of what is unknown", (type, inputs) => {
    expect(ask(type, inputs)[0]).toMatch(/^unknown made: length: not known/);
  });
});
