import { describe, expect, it } from "vitest";
import type { PropertyMap } from "../../../core/value";
import { tokens } from "../../../core/tokens";
import type { PreviewStep } from "../../../gate/change";
import { judgeChanges } from "../../../gate/judge";
import { costIncreaseBounded as rule } from "../../../gate/rules/cost-increase-bounded";
import { estimateWithinBudget } from "../../../policies/rules/budget/estimate-within-budget";
import { billOf, cents, limited, sized } from "../../policies/support/costs";
import { judge as judgeStack, profileInputs, today } from "../../policies/support/stack";
import { brief, judge, step } from "../support/changes";

const { type } = sized("small");
const database = (size: string): PropertyMap => sized(size).inputs;
/** The step on the profile, as a preview of every stack has it. */
const settings = (inputs: PropertyMap = limited(1e6).inputs): PreviewStep =>
  step({ type: tokens.stackProfile, name: "profile", op: "same", before: inputs, after: inputs });
const resized = (from: string, to: string): PreviewStep[] => [
  settings(),
  step({ type, name: "db", before: database(from), after: database(to) }),
];
const usd = (size: string) => cents(billOf(sized(size)).total.expected);
const rise = usd("medium").minus(usd("small"));
const bounds = (largestIncrease: PropertyMap): PropertyMap => ({
  budget: { monthlyUsd: 1e6, awsUsd: 60, owner: "finance", largestIncrease },
});

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds at the bound in dollars, and not a cent above it", () => {
    const state = (bound: typeof rise) =>
      judge(rule, resized("small", "medium"), bounds({ usd: bound.toNumber() }))[0]?.state;
    const percent = rise.times(100).div(usd("small"));
    expect(percent.lt(200)).toBe(true);
    const dev = (bound: typeof rise) =>
      judge(rule, resized("small", "medium"), {
        ...bounds({ usd: bound.toNumber() }),
        tier: "dev",
      })[0];
    expect(dev(rise)?.state).toBe("pass");
    expect(dev(rise.minus("0.01"))).toMatchObject({ state: "fail", level: "advisory" });
    expect(state(rise.minus("0.01"))).toBe("fail");
  });

  it("tells the sums, the bounds and the largest lines, before and after", () => {
    const [was, is] = [usd("small"), usd("4xlarge")];
    const [result] = judge(rule, resized("small", "4xlarge"));
    expect(result).toMatchObject({ state: "fail", level: "mandatory", severity: "medium" });
    expect(brief(result ? [result] : [])[0]).toMatch(
      `fail groundwork-prod: ${was.toFixed(2)} USD → ${is.toFixed(2)} USD a month expected: ${is.minus(was).toFixed(2)} USD more (`,
    );
    expect(result?.message).toMatch(
      /percent\), allowed are 250\.00 USD and 50 percent; what rises most: db: .+ 0\.00 USD → \d+\.\d\d USD/,
    );
  });

  it("bounds the share too, tightened by the budget and never loosened", () => {
    const small = (percent: number) =>
      judge(rule, resized("small", "medium"), bounds({ percent }))[0];
    expect(small(1)?.message).toContain("and 1 percent;");
    expect(small(1000)?.message ?? "").not.toContain("1000 percent");
  });

  it("compares by the settings of the update: more use alone is no increase", () => {
    const busy = limited(1e6).inputs;
    const usage = { "database.egressGb": 1_000_000 };
    const after = { ...busy, costs: { ...(busy["costs"] as PropertyMap), usage } };
    const steps = [
      step({ type: tokens.stackProfile, name: "profile", before: busy, after }),
      step({ type, name: "db", op: "same", before: database("small"), after: database("small") }),
    ];
    expect(judge(rule, steps).map(({ state }) => state)).toEqual(["pass"]);
  });

  it("leaves a new stack, and one whose first update broke off, to the budget", () => {
    const made = [settings(), step({ type, name: "db", after: database("4xlarge") })];
    expect(brief(judge(rule, made))).toEqual([
      "not-applicable groundwork-prod: nothing is there yet: the budget alone judges what is made",
    ]);
    const results = judgeChanges({
      steps: resized("small", "4xlarge"),
      profile: profileInputs,
      project: "groundwork",
      stack: "prod",
      clock: today,
      beside: { unfinished: true },
      rules: [rule],
    });
    expect(brief(results)).toEqual([
      "not-applicable groundwork-prod: the first update broke off: the budget alone judges what is made",
    ]);
  });

  it("holds when the cost falls, and is waived for the stack", () => {
    expect(judge(rule, resized("4xlarge", "small"))[0]?.state).toBe("pass");
    const waiver = {
      rule: rule.id,
      target: "groundwork-prod",
      reason: "the launch needs it",
      owner: "finance",
      expires: "2026-06-30",
    };
    const waived = judge(rule, resized("small", "4xlarge"), { waivers: [waiver] });
    expect(waived[0]).toMatchObject({ state: "fail", waiver: { owner: "finance" } });
  });

  it("counts to the cent what the rules of the stack count", () => {
    const [stack] = judgeStack(estimateWithinBudget, [limited(1), sized("4xlarge")]);
    const [change] = judge(rule, resized("small", "4xlarge"));
    const sum = `${usd("4xlarge").toFixed(2)} USD a month`;
    expect(stack?.message).toContain(sum);
    expect(change?.message).toContain(`→ ${sum}`);
  });
});
