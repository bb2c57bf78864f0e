import { describe, expect, it } from "vitest";
import type { Tier } from "../../../core/profile";
import { UNKNOWN } from "../../../core/value";
import { highEstimateBounded as rule } from "../../../policies/rules/budget/high-estimate-bounded";
import { billIn, billOf, cents, limited, sized, waived } from "../support/costs";
import { judge } from "../support/stack";

const high = cents(billOf(sized("large")).total.high);
const says = (...[limit, budget, more]: Parameters<typeof limited>) =>
  judge(rule, [limited(limit, budget, more), sized("large")]);

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds at one and a half times the limit, and not a cent above", () => {
    expect(says(high.div(1.5))[0]?.state).toBe("pass");
    const [result] = says(high.div(1.5).minus("0.01"));
    expect(result).toMatchObject({ state: "fail", level: "mandatory", severity: "medium" });
    expect(result?.message).toMatch(
      /^a busy month would cost \d+\.\d\d USD, more than 1.5 times the limit of \d+\.\d\d USD; the largest lines then: (db: .+ USD(; )?){5}$/,
    );
  });

  it("has more room in staging and in dev, where it is advisory", () => {
    const at = (tier: Tier, multiple: number) => {
      const limit = billIn(tier, sized("large")).total.high.div(multiple);
      return judge(rule, [limited(limit, {}, { tier }), sized("large")], { stack: tier })[0];
    };
    expect(at("staging", 1.99)?.state).toBe("pass");
    expect(at("staging", 2.01)).toMatchObject({ state: "fail", level: "mandatory" });
    expect(at("dev", 3.01)).toMatchObject({ state: "fail", level: "advisory" });
  });

  it("is tightened by the budget and never loosened", () => {
    expect(says(high.div(1.5), { highMultiple: 1.4 })[0]?.state).toBe("fail");
    expect(says(high.div(1.6), { highMultiple: 1.7 })[0]?.state).toBe("fail");
  });

  it("cannot tell while something may cost anything, and can be waived", () => {
    const all = [limited(1e6), sized(UNKNOWN)];
    expect(judge(rule, all).map(({ state }) => state)).toEqual(["unknown"]);
    expect(says(1, {}, waived(rule.id))[0]).toMatchObject({ waiver: { owner: "finance" } });
  });

  it("has nothing to judge in a stack without anything of the kind", () => {
    expect(judge(rule, []).map(({ state }) => state)).toEqual(["not-applicable"]);
  });
});
