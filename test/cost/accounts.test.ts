import { Decimal } from "decimal.js";
import { describe, expect, it } from "vitest";
import type { Price } from "../../catalogue/prices/price";
import { accountLines } from "../../cost/accounts";
import { contextOf } from "../../cost/context";
import type { CostLine } from "../../cost/model";
import type { Credit } from "../../cost/pricer";
import { type Amounts, always, mapAmounts, zero } from "../../cost/scenarios";
import { costs } from "./stand-ins";

const gigabyte: Price = {
  sku: "s3-standard-storage",
  vendor: "aws",
  item: "storage",
  unit: "GB-month",
  usd: "0.10",
  source: "a test",
  confidence: "high",
};

function line(price: Price, quantity: Amounts, resource = "urn:a"): CostLine {
  const usd = new Decimal(price.usd ?? 0);
  const monthlyUsd = mapAmounts(quantity, (units) => units.times(usd));
  return {
    resource,
    component: "shop",
    kind: "usage",
    price,
    quantity,
    included: zero,
    rests: [],
    monthlyUsd,
  };
}

const context = (share = 1) => contextOf("prod", [], costs({ share }));

/** Kind, units and dollars of what is expected. */
function shown(lines: readonly CostLine[]): string[] {
  return lines.map(
    ({ kind, resource, quantity, monthlyUsd }) =>
      `${resource} ${kind} ${quantity.expected.toString()} ${monthlyUsd.expected.toString()}`,
  );
}

describe("what an account gets free", () => {
  const price: Price = { ...gigabyte, included: { quantity: "10", per: "account" } };

  it.each([
    // 4 GB of 10 free: 4 × 0.10 off.
    ["all of it below the free amount", 4, ["account:aws allowance -4 -0.4"]],
    ["all of it at the free amount", 10, ["account:aws allowance -10 -1"]],
    // 10.01 GB: 10 free, 0.01 paid.
    ["the free amount above it", 10.01, ["account:aws allowance -10 -1"]],
    ["nothing where nothing is used", 0, []],
  ])("takes off %s", (_, units, expected) => {
    expect(shown(accountLines([line(price, always(units))], [], context()))).toEqual(expected);
  });

  it("is counted once over the lines of all resources", () => {
    const lines = [line(price, always(7), "urn:a"), line(price, always(8), "urn:b")];
    expect(shown(accountLines(lines, [], context()))).toEqual(["account:aws allowance -10 -1"]);
  });

  it("is counted as far as the stack counts its accounts", () => {
    const lines = [line(price, always(15))];
    expect(shown(accountLines(lines, [], context(0.5)))).toEqual(["account:aws allowance -5 -0.5"]);
    expect(accountLines(lines, [], context(0))).toEqual([]);
  });

  it("is each scenario's own", () => {
    const used = { low: new Decimal(2), expected: new Decimal(10), high: new Decimal(30) };
    const [off] = accountLines([line(price, used)], [], context());
    expect(off && mapAmounts(off.monthlyUsd, (usd) => usd)).toEqual({
      low: new Decimal("-0.2"),
      expected: new Decimal("-1"),
      high: new Decimal("-1"),
    });
  });

  it("of one resource alone is none of the account's", () => {
    const own: Price = { ...gigabyte, included: { quantity: "10", per: "resource" } };
    expect(accountLines([line(own, always(15))], [], context())).toEqual([]);
  });
});

describe("units beyond a quantity", () => {
  const price: Price = {
    ...gigabyte,
    beyond: [
      { from: "100", usd: "0.08" },
      { from: "500", usd: "0.05" },
    ],
  };

  it.each([
    ["at the first threshold cost the first price", 100, []],
    // 0.01 × (0.10 − 0.08)
    ["just above it are cheaper", 100.01, ["account:aws volume -0.01 -0.0002"]],
    // 600 units: 500 beyond the first threshold × 0.02, 100 beyond the second × 0.03 more.
    [
      "above both take both discounts",
      600,
      ["account:aws volume -500 -10", "account:aws volume -100 -3"],
    ],
  ])("%s", (_, units, expected) => {
    expect(shown(accountLines([line(price, always(units))], [], context()))).toEqual(expected);
  });
});

describe("a plan's credit", () => {
  const credit: Credit = {
    vendor: "supabase",
    sku: "supabase-compute-credit", // 10 dollars
    pays: [gigabyte.sku],
    granted: () => true,
  };

  it.each([
    ["pays all that is below it", 60, ["account:supabase credit 1 -6"]],
    ["pays no more than it is", 250, ["account:supabase credit 1 -10"]],
    ["pays nothing where there is nothing", 0, []],
  ])("%s", (_, units, expected) => {
    expect(shown(accountLines([line(gigabyte, always(units))], [credit], context()))).toEqual(
      expected,
    );
  });

  it("pays what is left of a line after its free amount", () => {
    const price: Price = { ...gigabyte, included: { quantity: "10", per: "account" } };
    // 60 GB: 10 free, 50 × 0.10 = 5 dollars left.
    expect(shown(accountLines([line(price, always(60))], [credit], context())).at(-1)).toBe(
      "account:supabase credit 1 -5",
    );
  });

  it("is granted by a plan, to the stack that counts the account", () => {
    const lines = [line(gigabyte, always(60))];
    expect(accountLines(lines, [{ ...credit, granted: () => false }], context())).toEqual([]);
    expect(accountLines(lines, [credit], context(0))).toEqual([]);
  });

  it("pays for no other price", () => {
    const other: Price = { ...gigabyte, sku: "other" };
    expect(accountLines([line(other, always(60))], [credit], context())).toEqual([]);
  });
});
