import { defaultSentryPlan, type SentryPlan, sentryPlans } from "../../../catalogue/error-tracking";
import { tokens } from "../../../core/tokens";
import type { PricingContext } from "../../context";
import type { Charge } from "../../model";
import { type AccountPricer, freeOf, type Pricers } from "../../pricer";
import { remembered } from "../../remembered";
import { always } from "../../scenarios";
import { textAt } from "../inputs";

const source = "https://docs.sentry.io/pricing/";
export const projectType = "sentry:index/sentryProject:SentryProject";

/** Plan of the organization, as the stack says it; undefined where it declares nothing at Sentry. */
const planOf = remembered((context: PricingContext): { plan: SentryPlan | undefined } => {
  if (context.ofType(projectType).length === 0) return { plan: undefined };
  const [said] = context.ofType(tokens.errorTracking).map((one) => textAt(one, "plan"));
  return { plan: sentryPlans.find((plan) => plan === said) ?? defaultSentryPlan };
});

/** What is asked for errors beyond those of a plan; Developer drops them. */
const beyond: Partial<Record<SentryPlan, string>> = {
  team: "sentry-errors-payg",
  business: "sentry-errors-payg-business",
};

const spans = "traces within the 5 million spans of the plan";

/** The plan, once for the organization. */
export const sentryAccount: AccountPricer = {
  vendor: "sentry",
  what: "plan of Sentry",
  charges: (context): Charge[] => {
    const { plan } = planOf(context);
    return plan ? [{ sku: `sentry-${plan}`, quantity: always(1), rests: [spans] }] : [];
  },
};

/** Errors, an equal part of the stack's for each project. */
export const sentryPricers: Pricers = {
  [projectType]: (resource, context) => {
    const { plan = defaultSentryPlan } = planOf(context);
    const sku = beyond[plan];
    if (sku === undefined) {
      return [{ free: "what is beyond the 5,000 errors of Developer is dropped", source }];
    }
    const quantity = context.used("errors.events", resource, context.ofType(projectType));
    return [{ sku, quantity, rests: ["errors.events"] }];
  },
  ...freeOf(
    ["SentryTeam", "SentryKey", "SentryIssueAlert"].map(
      (kind) => `sentry:index/s${kind.slice(1)}:${kind}`,
    ),
    "a setting of a project, in every plan",
    source,
  ),
};
