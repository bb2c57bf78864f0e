import { type GithubPlan, githubPlans } from "../../../catalogue/github-plans";
import type { DeclaredResource } from "../../../core/resource";
import { tokens } from "../../../core/tokens";
import type { PricingContext } from "../../context";
import type { Charge } from "../../model";
import type { AccountPricer } from "../../pricer";
import { remembered } from "../../remembered";
import { itemsAt, textAt } from "../inputs";

/** The largest plan that a repository of the stack names: one organization has one. */
export const planOf = remembered((context: PricingContext): { plan: GithubPlan | undefined } => {
  const named = context.ofType(tokens.repository).map((one) => textAt(one, "plan"));
  return { plan: githubPlans.findLast((plan) => named.includes(plan)) };
});

/** Prices of a seat; nothing is asked for one of the smallest plan. */
const seats: Partial<Record<GithubPlan, string>> = {
  team: "github-team-seat",
  enterprise: "github-enterprise-seat",
};

const addOns: Readonly<Record<string, string>> = {
  secretProtection: "github-secret-protection",
  codeSecurity: "github-code-security",
};

/** Seats by the plan, and each add-on for everyone who commits to a repository that is not public. */
export const githubAccount: AccountPricer = {
  vendor: "github",
  what: "seats and security add-ons of GitHub",
  charges: (context) => [...seatCharges(context), ...addOnCharges(context)],
};

function seatCharges(context: PricingContext): Charge[] {
  const { plan } = planOf(context);
  const sku = plan && seats[plan];
  if (sku === undefined) return [];
  return [{ sku, quantity: context.total("seats.github"), rests: ["seats.github"] }];
}

function addOnCharges(context: PricingContext): Charge[] {
  const bought = new Set(
    context
      .ofType(tokens.repository)
      .filter(isPrivate)
      .flatMap((one) => itemsAt(one, "addOns")),
  );
  return Object.entries(addOns).flatMap(([addOn, sku]) => {
    if (!bought.has(addOn)) return [];
    return [{ sku, quantity: context.total("github.committers"), rests: ["github.committers"] }];
  });
}

function isPrivate(repository: DeclaredResource): boolean {
  return textAt(repository, "visibility") !== "public";
}
