import type { DeclaredResource } from "../../../core/resource";
import type { PricingContext } from "../../context";
import { type Pricer, type Pricers, freeOf } from "../../pricer";
import { remembered } from "../../remembered";
import { always } from "../../scenarios";
import { knowing, textAt, valueAt } from "../inputs";

const actionType = "aws:budgets/budgetAction:BudgetAction";

/** Days for which a budget with actions is billed a month. */
const budgetDays = 30;

/** The first action of each budget: what is billed is the budget, however many actions it has. */
const firstActions = remembered((context: PricingContext) => {
  const first = new Map<string, DeclaredResource>();
  for (const action of context.ofType(actionType)) {
    const budget = textAt(action, "budgetName") ?? action.urn;
    if (!first.has(budget)) first.set(budget, action);
  }
  return new Set(first.values());
});

const action: Pricer = (resource, context) =>
  firstActions(context).has(resource)
    ? [{ sku: "budgets-action-enabled", quantity: always(budgetDays) }]
    : [{ free: "its budget is paid by its first action", source: budgets }];

const budgets = "https://aws.amazon.com/aws-cost-management/aws-budgets/pricing/";
const acm = "https://aws.amazon.com/certificate-manager/pricing/";

const certificate: Pricer = (resource) => {
  if (valueAt(resource, "certificateAuthorityArn") !== undefined) {
    return [{ notPriced: "it is paid with its private authority" }];
  }
  if (textAt(resource, "options.export") === "ENABLED") {
    return [{ notPriced: "no price of certificates that can be exported is known here" }];
  }
  return [{ free: "a public certificate for services of AWS", source: acm }];
};

export const awsManagementPricers: Pricers = {
  [actionType]: action,
  "aws:acm/certificate:Certificate": knowing(["certificateAuthorityArn", "options"], certificate),
  ...freeOf(
    ["aws:acm/certificateValidation:CertificateValidation"],
    "a step of its certificate",
    acm,
  ),
  ...freeOf(["aws:budgets/budget:Budget"], "a budget without actions", budgets),
};
