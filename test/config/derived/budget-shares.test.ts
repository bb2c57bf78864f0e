import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { budgetShares } from "../../../config/derived/budget-shares";
import { parseSettings } from "../../../config/parse";
import { sectionsOf } from "../support";

const services = [{ name: "web" }, { name: "database" }, { name: "hub" }];

describe("shares of the budget", () => {
  it("are equal where the file says nothing", () => {
    expect(budgetShares(services, 600)).toEqual({ web: 200, database: 200, hub: 200 });
  });

  it("are what the file says, and equal parts of the rest", () => {
    expect(budgetShares(services, 600, { web: 300.5 })).toEqual({
      web: 300.5,
      database: 149.75,
      hub: 149.75,
    });
  });

  it("leave over the cents that cannot be shared", () => {
    expect(budgetShares(services, 100)).toEqual({ web: 33.33, database: 33.33, hub: 33.33 });
  });

  it("are never more than the whole, and never less by a cent for each service", () => {
    const cents = fc.integer({ min: 1, max: 10_000_000 });
    fc.assert(
      fc.property(cents, fc.nat(100), (limit, percent) => {
        const declared = { web: Math.floor((limit * percent) / 100) / 100 };
        const shares = Object.values(budgetShares(services, limit / 100, declared));
        const sum = shares.reduce((total, dollars) => total + Math.round(dollars * 100), 0);
        expect(sum).toBeLessThanOrEqual(limit);
        expect(sum).toBeGreaterThan(limit - services.length);
      }),
    );
  });

  it.each([
    [{ webb: 1 }, "budget.shares.webb", "webb, no service of this stack"],
    [{ web: 800.01 }, "budget.shares", "800.01 in all"],
  ])("are refused as %o", (shares, path, found) => {
    const prod = sectionsOf("Pulumi.prod.yaml");
    const budget = { ...(prod.budget as object), shares };
    const parsed = parseSettings({ ...prod, budget });
    expect("problems" in parsed && parsed.problems).toEqual([
      expect.objectContaining({ path: `groundwork:${path}`, found }),
    ]);
  });
});
