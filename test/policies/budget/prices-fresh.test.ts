import { describe, expect, it } from "vitest";
import { pricesFresh as rule } from "../../../policies/rules/budget/prices-fresh";
import { awsKey, billOf, limited, sized, waived } from "../support/costs";
import { judge } from "../support/stack";

const resources = [sized("large"), awsKey];
const used = billOf(...resources).lines.map(({ price }) => price);
const dated = used.flatMap(({ asOf }) => asOf ?? []).sort();
const undated = new Set(used.flatMap(({ sku, asOf }) => (asOf === undefined ? [sku] : [])));
const [oldest = ""] = dated;

/** Noon, so many days after the oldest of the prices used. */
const after = (days: number) => new Date(Date.parse(oldest) + days * 86_400_000 + 43_200_000);
const says = (days: number, profile = limited(1e6)) =>
  judge(rule, [profile, ...resources], { clock: after(days) })[0];

describe(`${rule.id}: ${rule.title}`, () => {
  it("counts a price as old one day after the limit, by the clock of the run", () => {
    const of = (days: number) => /^(\d+) of/.exec(says(days)?.message ?? "")?.[1] ?? "0";
    expect(of(180)).toBe(String(undated.size));
    const fallen = new Set(used.filter(({ asOf }) => asOf === oldest).map(({ sku }) => sku)).size;
    expect(of(181)).toBe(String(undated.size + fallen));
  });

  it("lists them in one finding with their days, and is advisory everywhere", () => {
    const result = says(20_000);
    expect(result).toMatchObject({
      state: "fail",
      level: "advisory",
      property: "budget.oldestPriceDays",
    });
    const all = new Set(used.map(({ sku }) => sku)).size;
    expect(result?.message).toMatch(
      new RegExp(
        String.raw`^${all} of the ${all} prices used are older than 180 days or without a date: \S+ \(.+\)`,
      ),
    );
  });

  it("is tightened by the budget, and can be waived", () => {
    expect(says(31, limited(1e6, { oldestPriceDays: 30 }))?.message).toContain("than 30 days");
    const waiver = limited(1e6, {}, waived(rule.id));
    const clock = new Date("2026-06-15T12:00:00Z");
    const tight = { ...waiver, inputs: { ...waiver.inputs, rules: { [rule.id]: { maxDays: 1 } } } };
    expect(judge(rule, [tight, ...resources], { clock })[0]?.waiver?.owner).toBe("finance");
  });

  it("has nothing to judge in a stack without anything of the kind", () => {
    expect(judge(rule, []).map(({ state }) => state)).toEqual(["not-applicable"]);
  });
});
