import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../core/value";
import { estimateWarns as rule } from "../../../policies/rules/budget/estimate-warns";
import { billOf, cents, limited, sized, waived } from "../support/costs";
import { brief, judge } from "../support/stack";

const sum = cents(billOf(sized("large")).total.expected);
/** The limit of which the sum is 80 percent. */
const atFloor = sum.times(100).div(80);
const says = (...[limit, budget, more]: Parameters<typeof limited>) =>
  judge(rule, [limited(limit, budget, more), sized("large")]);

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds at 80 percent, and warns one cent of the limit below", () => {
    expect(says(atFloor).map(({ state }) => state)).toEqual(["pass"]);
    const [result] = says(atFloor.minus("0.05"));
    expect(result).toMatchObject({
      state: "fail",
      level: "advisory",
      property: "budget.monthlyUsd",
    });
    expect(result?.message).toMatch(
      /^\d+\.\d\d USD a month is expected, more than 80 percent of the limit of \d+\.\d\d USD; the largest lines: db: .+; db: .+; db: .+$/,
    );
  });

  it("leaves a passed limit to the rule about it", () => {
    expect(brief(says(sum.minus("0.01")))).toEqual([
      "not-applicable groundwork-prod: the limit itself is passed, which estimate-within-budget tells",
    ]);
  });

  it("is tightened by the budget or by its option, the tighter of both, and never loosened", () => {
    const state = (budget: Record<string, number>, maxPercent?: number) => {
      const rules = maxPercent === undefined ? {} : { [rule.id]: { maxPercent } };
      return says(atFloor, budget, { rules })[0]?.state;
    };
    expect(state({ warnAtPercent: 79 })).toBe("fail");
    expect(state({ warnAtPercent: 80 }, 79)).toBe("fail");
    expect(state({ warnAtPercent: 79 }, 80)).toBe("fail");
    const looser = { warnAtPercent: 90 };
    expect(says(sum.times(100).div(85), looser)[0]?.state).toBe("fail");
  });

  it("cannot tell while something may cost anything, and can be waived", () => {
    const all = [limited(1e6), sized(UNKNOWN)];
    expect(judge(rule, all).map(({ state }) => state)).toEqual(["unknown"]);
    expect(says(sum, {}, waived(rule.id))[0]).toMatchObject({ waiver: { owner: "finance" } });
  });

  it("has nothing to judge in a stack without anything of the kind", () => {
    expect(judge(rule, []).map(({ state }) => state)).toEqual(["not-applicable"]);
  });
});
