import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../core/value";
import { estimateWithinBudget as rule } from "../../../policies/rules/budget/estimate-within-budget";
import { judgeThroughEngine, modes, stackIn } from "../../support/rule-kit";
import { billOf, cents, limited, sized, waived } from "../support/costs";
import { brief, judge, profile } from "../support/stack";

const sum = cents(billOf(sized("large")).total.expected);
const [exactly, below, above] = [sum, sum.minus("0.01"), sum.plus("0.01")];

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds to the cent at the limit, and not one cent above it", () => {
    const stateAt = (limit: typeof sum) =>
      judge(rule, [limited(limit), sized("large")]).map(({ state }) => state);
    expect([above, exactly, below].map(stateAt)).toEqual([["pass"], ["pass"], ["fail"]]);
  });

  it("tells the sum, the limit, the five largest lines and the size that would hold", () => {
    const medium = cents(billOf(sized("medium")).total.expected);
    const results = judge(rule, [limited(medium), sized("large")]);
    expect(results).toMatchObject([
      { state: "fail", level: "mandatory", property: "budget.monthlyUsd", severity: "high" },
    ]);
    const [message = ""] = brief(results);
    expect(message).toMatch(
      `fail profile: ${sum.toFixed(2)} USD a month is expected, ${sum.minus(medium).toFixed(2)} USD more than the limit of ${medium.toFixed(2)} USD; the largest lines: db: `,
    );
    expect(message.split("the largest lines: ")[1]?.split("; ").slice(0, 5).join(" ")).toMatch(
      /^(db: .+ \d+\.\d\d USD ?){5}$/,
    );
    expect(message).toMatch(
      `; it would hold with db at instanceSize medium (${medium.toFixed(2)} USD)`,
    );
  });

  it("says so where nothing by itself is enough", () => {
    const [first, second] = [sized("large"), { ...sized("large"), urn: `${sized("large").urn}-2` }];
    expect(brief(judge(rule, [limited(1), first, second]))[0]).toMatch(
      /; no smaller size and no single resource less is enough$/,
    );
  });

  it("cannot tell while the size of the database is not known, unless the rest is too much", () => {
    expect(brief(judge(rule, [limited(100_000), sized(UNKNOWN)]))).toEqual([
      expect.stringMatching(
        /^unknown profile: .* USD a month is expected without what cannot be priced yet: db \(.*not known before the update/,
      ),
    ]);
    expect(judge(rule, [limited(0.01), sized(UNKNOWN)])[0]?.state).toBe("fail");
  });

  it("is advisory in dev, and is waived for the profile", () => {
    const dev = limited(1, {}, { tier: "dev" });
    expect(judge(rule, [dev, sized("large")], { stack: "dev" })[0]?.level).toBe("advisory");
    const [result] = judge(rule, [limited(1, {}, waived(rule.id)), sized("large")]);
    expect(result).toMatchObject({ state: "fail", waiver: { owner: "finance" } });
  });

  it.each(modes)("says the same to the cent offline and in the engine: %s", async (mode) => {
    const resources = stackIn(mode, (add) => {
      const { type, name, inputs } = sized("large");
      add(type, name, inputs as Parameters<typeof add>[2]);
      const { inputs: settings, ...own } = limited(below);
      add(own.type, own.name, settings as Parameters<typeof add>[2], { custom: false });
    });
    const offline = judge(rule, resources);
    expect(offline.map(({ state }) => state)).toEqual(["fail"]);
    expect(offline[0]?.message).toContain(`${sum.toFixed(2)} USD a month is expected`);
    expect(await judgeThroughEngine(rule, resources)).toEqual(offline);
  });

  it("has nothing to judge where nothing costs anything, or no budget is there", () => {
    expect(judge(rule, [limited(5)]).map(({ state }) => state)).toEqual(["not-applicable"]);
    const without = profile({ budget: UNKNOWN });
    expect(brief(judge(rule, [without, sized("large")]))).toEqual([
      "not-applicable groundwork-prod: the stack declares no budget",
    ]);
  });
});
