import { describe, expect, it } from "vitest";
import { UNKNOWN, type Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { deployKeysReadOnly as rule } from "../../../policies/rules/repository/deploy-keys-read-only";
import { part } from "../support/repository";
import { brief, judge } from "../support/stack";

// Requirement: COMP-03
describe(`${rule.id}: ${rule.title}`, () => {
  const ask = (readOnly: Value) =>
    brief(judge(rule, [part(providerTypes.githubDeployKey, { readOnly }, "key")]));

  it.each([true, null])("holds for %s", (readOnly) => {
    expect(ask(readOnly)).toEqual([`pass key: ${rule.title}`]);
  });

  it("says what it found in one that holds, too", () => {
    const key = part(providerTypes.githubDeployKey, { readOnly: true }, "key");
    expect(judge(rule, [key])).toMatchObject([{ property: "readOnly", found: true, wanted: true }]);
  });

  it("reports a key that writes", () => {
    expect(ask(false)).toEqual(["fail key: readOnly: found false, wanted true"]);
  });

  it("cannot tell when it is unknown", () => {
    expect(ask(UNKNOWN)[0]).toMatch(/^unknown key: readOnly/);
  });
});
