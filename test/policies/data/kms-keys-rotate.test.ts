import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { kmsKeysRotate as rule } from "../../../policies/rules/data/kms-keys-rotate";
import { brief, judge, profile, resource } from "../support/stack";

const key = (changes: PropertyMap) =>
  resource(providerTypes.awsKey, "key", { enableKeyRotation: true, ...changes });
const judged = (changes: PropertyMap) => brief(judge(rule, [key(changes)]));

// Requirement: STOR-09, COMP-01
describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for a key that rotates, every year unless it says otherwise", () => {
    expect(judged({})).toEqual([`pass key: ${rule.title}`, `pass key: ${rule.title}`]);
    expect(judged({ rotationPeriodInDays: 365 })[0]).toMatch(/^pass/);
    expect(judged({ customerMasterKeySpec: "SYMMETRIC_DEFAULT" })).toHaveLength(2);
  });

  it.each([
    [{ enableKeyRotation: false }, "enableKeyRotation: found false, wanted true"],
    [{ enableKeyRotation: null }, "enableKeyRotation: found nothing, wanted true"],
    [{ rotationPeriodInDays: 366 }, "rotationPeriodInDays: found 366, wanted 365 days or fewer"],
  ])("reports %j", (changes, expected) => {
    expect(judged(changes).filter((line) => line.startsWith("fail"))).toEqual([
      `fail key: ${expected}`,
    ]);
  });

  it("leaves alone a key that KMS cannot rotate", () => {
    expect(judged({ customerMasterKeySpec: "RSA_2048", enableKeyRotation: false })).toEqual([
      "not-applicable key: KMS rotates symmetric keys of encryption alone",
    ]);
  });

  it("asks for more where the stack does", () => {
    const strict = profile({ rules: { "kms-keys-rotate": { maxDays: 180 } } });
    const states = judge(rule, [strict, key({})]).map(({ state }) => state);
    expect(states).toEqual(["pass", "fail"]);
  });

  it.each<PropertyMap>([{ enableKeyRotation: UNKNOWN }, { rotationPeriodInDays: UNKNOWN }])(
    "cannot tell while part of it is not known",
    (changes) => {
      expect(judged(changes).filter((line) => line.startsWith("unknown"))).toHaveLength(1);
    },
  );
});
