import { describe, expect, it } from "vitest";
import { limitsByVendor } from "../../../catalogue/limits";
import type { Figure, Limit } from "../../../catalogue/limits/limit";
import { prices } from "../../../catalogue/prices";
import { betweenCatalogue } from "../../../policies/between/catalogue";
import { catalogue } from "../../../policies/catalogue";
import { held } from "./held";

const limits = Object.values(limitsByVendor).flat();

/** Limits that a rule looks up, because a component's own args do not tell. */
const ruled: Readonly<Record<string, string>> = {
  "supabase-plan-scope": "supabase-plan-shared",
  "vercel-runtime-log-retention": "log-drain-complete",
};

const figures = ({ value }: Limit): Figure[] =>
  typeof value === "object" && !Array.isArray(value)
    ? Object.values(value as Readonly<Record<string, Figure>>)
    : [value as Figure];

describe("the catalogue of limits", () => {
  it("names each limit once, and says who says so and as of when", () => {
    const skus = limits.map(({ sku }) => sku);
    expect(new Set(skus).size).toBe(skus.length);
    for (const { sku, item, unit, source, asOf = "2026-01" } of limits) {
      expect([sku, item, unit, source].filter((text) => text.trim() === "")).toEqual([]);
      expect(asOf).toMatch(/^\d{4}-\d{2}(-\d{2})?$/);
      expect(source).toMatch(/^https:\/\//);
    }
  });

  it("has no negative figure, and none that is no number", () => {
    const numbers = limits
      .flatMap(figures)
      .flat()
      .filter((figure) => typeof figure === "number");
    expect(numbers.filter((figure) => !(figure >= 0))).toEqual([]);
  });

  it("says of each limit what holds something to it: one check, one rule, prices, or why nothing does", () => {
    const ways = limits.map(({ sku, recorded, priced }) => [
      sku,
      [Object.hasOwn(held, sku), Object.hasOwn(ruled, sku), priced, recorded].filter(Boolean)
        .length,
    ]);
    expect(ways.filter(([, count]) => count !== 1)).toEqual([]);
  });

  it("names no check and no rule for what is no limit", () => {
    const skus = limits.map(({ sku }) => sku);
    expect(
      [...Object.keys(held), ...Object.keys(ruled)].filter((sku) => !skus.includes(sku)),
    ).toEqual([]);
    const rules = [...catalogue, ...betweenCatalogue].map(({ id }) => id);
    expect(rules).toEqual(expect.arrayContaining(Object.values(ruled)));
  });

  it("counts what is free in a price of its own", () => {
    const free = prices.filter(({ included }) => included).map(({ sku }) => sku);
    expect(free).toEqual(expect.arrayContaining(limits.flatMap(({ priced = [] }) => priced)));
  });
});

describe("a check", () => {
  it.each(Object.keys(held))("takes what is at %s, and refuses what is beyond", (sku) => {
    expect(held[sku]?.within).toEqual([]);
    expect(held[sku]?.beyond).not.toEqual([]);
  });
});
