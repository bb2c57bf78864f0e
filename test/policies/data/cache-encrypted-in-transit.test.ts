import { describe, expect, it } from "vitest";
import { tokens } from "../../../core/tokens";
import { UNKNOWN, type Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { cacheEncryptedInTransit as rule } from "../../../policies/rules/data/cache-encrypted-in-transit";
import { brief, judge, resource } from "../support/stack";

const ask = (type: string, property: string, value?: Value) =>
  brief(judge(rule, [resource(type, "cache", value === undefined ? {} : { [property]: value })]));

// Requirement: CAP-06
describe(`${rule.id}: ${rule.title}`, () => {
  it.each([
    [tokens.cache, "tls"],
    [providerTypes.awsCacheGroup, "transitEncryptionEnabled"],
    [providerTypes.awsCacheCluster, "transitEncryptionEnabled"],
  ])("wants it of %s", (type, property) => {
    expect(ask(type, property, true)).toEqual([`pass cache: ${rule.title}`]);
    expect(ask(type, property, false)).toEqual([
      `fail cache: ${property}: found false, wanted true`,
    ]);
    expect(ask(type, property)[0]).toMatch(/^fail/);
    expect(ask(type, property, UNKNOWN)[0]).toMatch(/^unknown/);
  });

  it("knows that serverless caches take nothing else", () => {
    expect(ask(providerTypes.awsCacheServerless, "name", "shop")).toEqual([
      `pass cache: ${rule.title}`,
    ]);
  });

  it("has nothing to judge in a stack without a cache", () => {
    expect(judge(rule, []).map(({ state }) => state)).toEqual(["not-applicable"]);
  });
});
