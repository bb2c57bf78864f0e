import { describe, expect, it } from "vitest";
import { tokens } from "../../../core/tokens";
import { UNKNOWN, type Value } from "../../../core/value";
import { cacheTtlDeclared as rule } from "../../../policies/rules/data/cache-ttl-declared";
import { brief, judge, profile, resource } from "../support/stack";

const cache = (ttlSeconds?: Value) =>
  resource(tokens.cache, "cache", ttlSeconds === undefined ? {} : { ttlSeconds });
const ask = (ttl?: Value) => brief(judge(rule, [cache(ttl)]));

// Requirement: CAP-06
describe(`${rule.id}: ${rule.title}`, () => {
  it("takes a day and not a second more", () => {
    expect(ask(300)).toEqual([`pass cache: ${rule.title}`]);
    expect(ask(86_400)).toEqual([`pass cache: ${rule.title}`]);
    expect(ask(86_401)).toEqual(["fail cache: ttlSeconds: found 86401, wanted 1 to 86400 seconds"]);
  });

  it("reports a cache that keeps things for good", () => {
    expect(ask()[0]).toMatch(/^fail cache: ttlSeconds: found nothing/);
    expect(ask(0)[0]).toMatch(/^fail/);
    expect(judge(rule, [cache()])[0]?.input).toBe("ttlSeconds");
  });

  it("asks for less where the stack does", () => {
    const hour = profile({ rules: { [rule.id]: { maxSeconds: 3600 } } });
    expect(judge(rule, [hour, cache(3601)])[0]?.state).toBe("fail");
  });

  it("cannot tell while it is unknown", () => {
    expect(ask(UNKNOWN)[0]).toMatch(/^unknown/);
  });

  it("has nothing to judge in a stack without a cache", () => {
    expect(judge(rule, []).map(({ state }) => state)).toEqual(["not-applicable"]);
  });
});
