import { describe, expect, it } from "vitest";
import { estimatePriced as rule } from "../../../policies/rules/budget/estimate-priced";
import { limited, waived } from "../support/costs";
import { brief, judge, resource } from "../support/stack";

/** Of these a price is not known here, and these are free. */
const strange = (index: number) => resource("acme:index/thing:Thing", `thing-${index}`);
const free = (index: number) =>
  resource("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", `block-${index}`);
const stack = (open: number, all: number) =>
  Array.from({ length: all }, (_, index) => (index < open ? strange(index) : free(index)));
const says = (open: number, all: number, profile = limited(1e6)) =>
  judge(rule, [profile, ...stack(open, all)]);

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds at 5 percent of the resources and not above, and names the types", () => {
    expect(brief(says(1, 20))).toEqual([
      "pass profile: 1 of 20 resources have no price (acme:index/thing:Thing 1); prices of low confidence carry 0.0 percent of the expected cost",
    ]);
    const [result] = says(2, 20);
    expect(result).toMatchObject({ state: "fail", level: "mandatory" });
    expect(result?.message).toBe(
      "2 of 20 resources have no price (acme:index/thing:Thing 2); prices of low confidence carry 0.0 percent of the expected cost; allowed are 5 percent",
    );
  });

  it("has more room in dev, where it is advisory", () => {
    const dev = limited(1e6, {}, { tier: "dev" });
    const inDev = (open: number) => judge(rule, [dev, ...stack(open, 20)], { stack: "dev" })[0];
    expect(inDev(2)?.state).toBe("pass");
    expect(inDev(3)).toMatchObject({ state: "fail", level: "advisory" });
  });

  it("is tightened by the budget, and can be waived", () => {
    expect(says(1, 20, limited(1e6, { notPricedPercent: 4.9 }))[0]?.state).toBe("fail");
    const waiver = limited(1e6, {}, waived(rule.id));
    expect(says(9, 9, waiver)[0]).toMatchObject({ state: "fail", waiver: { owner: "finance" } });
  });

  it("has nothing to judge in a stack without anything of the kind", () => {
    expect(judge(rule, []).map(({ state }) => state)).toEqual(["not-applicable"]);
  });
});
