import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { databaseNetworkClosed as rule } from "../../../policies/rules/data/database-network-closed";
import { brief, judge, profile, supabaseProject } from "../support/stack";
import { withSettings } from "../support/data";

const judged = (network: PropertyMap) => brief(judge(rule, withSettings("network", network)));

// Requirement: HDR-17
describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for ranges of somebody's own", () => {
    expect(judged({ restrictions: ["203.0.113.0/24", "8.0.0.0/8", "2001:db8::/16"] })).toEqual([
      `pass settings: ${rule.title}`,
    ]);
    expect(judged({ restrictions: [] })[0]).toMatch(/^pass/);
  });

  it.each(["0.0.0.0/0", "::/0", "128.0.0.0/1", "8.0.0.0/7", "2000::/15"])("reports %s", (range) => {
    expect(judged({ restrictions: ["203.0.113.0/24", range] })).toEqual([
      `fail settings: network.restrictions: found ${range}, wanted none open`,
    ]);
  });

  it("reads one range that stands alone, and no other value", () => {
    expect(judged({ restrictions: "0.0.0.0/0" })[0]).toMatch(/^fail/);
    expect(judged({ restrictions: [7] })[0]).toMatch(/^pass/);
  });

  it("leaves a database without restrictions alone, unless the stack asks for some", () => {
    expect(judged({})).toEqual([
      "not-applicable settings: no restriction is declared; TLS and the password keep strangers out",
    ]);
    const asking = profile({ rules: { "database-network-closed": { minRanges: 2 } } });
    const found = (network: PropertyMap) =>
      brief(judge(rule, [asking, ...withSettings("network", network)]));
    expect(found({})).toEqual([
      "fail settings: network.restrictions: found an empty list, wanted 2 or more, none open",
    ]);
    expect(found({ restrictions: ["203.0.113.0/24"] })[0]).toMatch(/^fail/);
    expect(found({ restrictions: ["203.0.113.0/24", "198.51.100.0/24"] })[0]).toMatch(/^pass/);
  });

  it("cannot tell while the restrictions are not known", () => {
    expect(judge(rule, withSettings("network", UNKNOWN))[0]?.state).toBe("unknown");
  });

  it("has nothing to judge without settings", () => {
    expect(judge(rule, [supabaseProject])[0]?.state).toBe("not-applicable");
  });
});
