import { describe, expect, it } from "vitest";
import type { PropertyMap } from "../../../../core/value";
import { declared } from "../../stand-ins";
import { billed, free, several, total, unpriced } from "./bill";

/* Prices: https://aws.amazon.com/aws-cost-management/aws-budgets/pricing/ */

const action = (name: string, budgetName = name) =>
  declared("aws:budgets/budgetAction:BudgetAction", name, { budgetName });

describe("the price of budgets", () => {
  it("is nothing without actions", () => {
    expect(free(billed([declared("aws:budgets/budget:Budget", "all")]))).toEqual([
      "a budget without actions",
    ]);
  });

  it.each([
    // 2 × 30 of 62 free budget-days.
    [2, "0"],
    // 90 less 62 budget-days × $0.10.
    [3, "2.8"],
  ])("leaves two with actions free: %i", (count, expected) => {
    expect(total(billed(several(count, (name) => action(name))))).toBe(expected);
  });

  it("counts a budget once, however many actions it has", () => {
    const bill = billed([action("mail", "all"), action("stop", "all")]);
    expect(bill.lines.filter(({ kind }) => kind === "fixed")).toHaveLength(1);
    expect(free(bill)).toEqual(["its budget is paid by its first action"]);
  });
});

describe("the price of certificates and identities", () => {
  const certificate = (inputs: PropertyMap) =>
    declared("aws:acm/certificate:Certificate", "site", inputs);

  it("is nothing for a public certificate, and not told for another", () => {
    expect(free(billed([certificate({ domainName: "example.com" })]))).toHaveLength(1);
    expect(
      unpriced(billed([certificate({ certificateAuthorityArn: "arn:aws:acm-pca:x" })])),
    ).toEqual(["it is paid with its private authority"]);
    expect(unpriced(billed([certificate({ options: { export: "ENABLED" } })]))).toEqual([
      "no price of certificates that can be exported is known here",
    ]);
  });

  it("is nothing for what IAM declares", () => {
    const kinds = ["role:Role", "policy:Policy", "openIdConnectProvider:OpenIdConnectProvider"];
    const bill = billed(kinds.map((kind) => declared(`aws:iam/${kind}`, kind)));
    expect(free(bill)).toHaveLength(3);
    expect(bill.notPriced).toEqual([]);
  });
});
