import { describe, expect, it } from "vitest";
import { tiers } from "../../core/profile";
import { catalogue } from "../../policies/catalogue";
import { changeRules } from "../../policies/change-rules";
import { floors, unknownFloors } from "../../policies/floors";
import { advisoryRows, levelOf } from "../../policies/levels";

const optionsOf = (id: string, tier: (typeof tiers)[number]) =>
  Object.fromEntries(
    Object.entries(floors[id] ?? {}).map(([name, floor]) => [name, floor.tiers[tier]]),
  );

/** Sizes and sums, which grow towards users: that is what they are for. */
const growing: readonly (readonly [rule: string, option?: string])[] = [
  ["cost-increase-bounded", "maxUsd"],
  ["database-size-limited"],
  ["function-size-limited"],
  ["service-scale-limited"],
];
const grows = (rule: string, option: string) =>
  growing.some(([one, only]) => one === rule && (only === undefined || only === option));

const floorsWhere = (wanted: (rule: string, option: string) => boolean) =>
  Object.entries(floors).flatMap(([rule, options]) =>
    Object.entries(options).flatMap(([option, floor]) => (wanted(rule, option) ? [floor] : [])),
  );
const sizeOf = (floor: number | readonly string[]) =>
  typeof floor === "number" ? floor : floor.length;

describe("floors", () => {
  it.each([...catalogue, ...changeRules].map((rule) => [rule.id, rule] as const))(
    "give %s every option it has and no other, for every tier",
    (id, rule) => {
      expect(Object.keys(floors[id] ?? {}).sort()).toEqual(Object.keys(rule.options.shape).sort());
      for (const tier of tiers)
        expect(rule.options.safeParse(optionsOf(id, tier)).error).toBeUndefined();
    },
  );

  it("belong to rules that exist", () => {
    const ids = new Set([...catalogue, ...changeRules].map(({ id }) => id));
    expect(Object.keys(floors).filter((id) => !ids.has(id))).toEqual([]);
  });

  it("never ask less nearer to users", () => {
    const numbers = Object.values(floors).flatMap((options) =>
      Object.values(options).filter(({ tighter }) => tighter === "higher"),
    );
    for (const { tiers: byTier } of numbers) {
      expect(Number(byTier.staging)).toBeGreaterThanOrEqual(Number(byTier.dev));
      expect(Number(byTier.prod)).toBeGreaterThanOrEqual(Number(byTier.staging));
    }
    const limits = floorsWhere((rule, option) => !grows(rule, option)).filter(
      ({ tighter }) => tighter === "lower",
    );
    for (const { tiers: byTier } of limits) {
      expect(Number(byTier.staging)).toBeLessThanOrEqual(Number(byTier.dev));
      expect(Number(byTier.prod)).toBeLessThanOrEqual(Number(byTier.staging));
    }
  });

  it("never let what is farther from users cost more", () => {
    for (const { tiers: byTier } of floorsWhere(grows)) {
      const [dev, staging, prod] = tiers.map((tier) => sizeOf(byTier[tier])) as [
        number,
        number,
        number,
      ];
      expect(dev).toBeLessThanOrEqual(staging);
      expect(staging).toBeLessThanOrEqual(prod);
    }
  });

  it("let no unknown through in prod", () => {
    expect(unknownFloors.prod).toBe("fail");
  });
});

describe("levels", () => {
  it("are mandatory but for the rows that say why not, and in prod but for a warning", () => {
    const warnings = [
      ...["estimate-warns", "prices-fresh", "readiness-fresh", "types-judged", "waiver-not-ending"],
      "web-vitals-measured",
    ];
    for (const { id } of catalogue) {
      expect(levelOf(id, "prod")).toBe(warnings.includes(id) ? "advisory" : "mandatory");
      for (const tier of tiers) {
        const row = advisoryRows.find(
          ({ rule, tiers: where }) => rule === id && where.includes(tier),
        );
        expect(levelOf(id, tier)).toBe(row ? "advisory" : "mandatory");
      }
    }
  });

  it("name rules that exist, each with a reason", () => {
    for (const { rule, why } of advisoryRows) {
      expect([...catalogue, ...changeRules].some(({ id }) => id === rule)).toBe(true);
      expect(why.length).toBeGreaterThan(20);
    }
  });
});
