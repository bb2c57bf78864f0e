import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../core/value";
import { awsEstimateWithinShare as rule } from "../../../policies/rules/budget/aws-estimate-within-share";
import { awsKey, billOf, cents, limited, sized, waived } from "../support/costs";
import { brief, judge } from "../support/stack";

const sum = cents(billOf(awsKey).total.expected);
const says = (awsUsd: number, more = {}) =>
  judge(rule, [limited(1e6, { awsUsd }, more), awsKey, sized("large")]);

describe(`${rule.id}: ${rule.title}`, () => {
  it("counts what AWS bills alone, to the cent", () => {
    expect(says(sum.toNumber())[0]?.state).toBe("pass");
    expect(brief(says(sum.minus("0.01").toNumber()))).toEqual([
      expect.stringMatching(
        /^fail profile: \d+\.\d\d USD a month is expected on AWS, 0\.01 USD more than its share of \d+\.\d\d USD; the largest lines: key: .+ USD$/,
      ),
    ]);
  });

  it("is not put in doubt by what others bill", () => {
    const all = [limited(1e6), awsKey, sized(UNKNOWN)];
    expect(judge(rule, all).map(({ state }) => state)).toEqual(["pass"]);
  });

  it("is advisory in dev, and is waived for the profile", () => {
    const dev = [limited(1e6, { awsUsd: 0 }, { tier: "dev" }), awsKey];
    expect(judge(rule, dev, { stack: "dev" })[0]).toMatchObject({ level: "advisory" });
    expect(says(0, waived(rule.id))[0]).toMatchObject({ waiver: { owner: "finance" } });
  });

  it("has nothing to judge without anything on AWS, or without a budget", () => {
    expect(brief(judge(rule, [limited(5), sized("large")]))).toEqual([
      "not-applicable groundwork-prod: the stack has nothing on AWS",
    ]);
    expect(judge(rule, []).map(({ state }) => state)).toEqual(["not-applicable"]);
  });
});
