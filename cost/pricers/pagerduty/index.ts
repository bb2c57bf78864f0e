import {
  defaultPagerdutyPlan,
  type PagerdutyPlan,
  pagerdutyPlans,
} from "../../../catalogue/pagerduty";
import { tokens } from "../../../core/tokens";
import type { PricingContext } from "../../context";
import type { Charge } from "../../model";
import { type AccountPricer, freeOf, type Pricers } from "../../pricer";
import { always } from "../../scenarios";
import { textAt } from "../inputs";

const source = "https://www.pagerduty.com/pricing/incident-management/";
const serviceType = "pagerduty:index/service:Service";

function planOf(context: PricingContext): PagerdutyPlan {
  const [said] = context.ofType(tokens.alerts).map((one) => textAt(one, "pagerduty.plan"));
  return pagerdutyPlans.find((plan) => plan === said) ?? defaultPagerdutyPlan;
}

/** People, once for the account. */
export const pagerdutyAccount: AccountPricer = {
  vendor: "pagerduty",
  what: "people of PagerDuty",
  charges: (context): Charge[] => {
    if (context.ofType(serviceType).length === 0) return [];
    const plan = planOf(context);
    const sku = `pagerduty-${plan}`;
    if (plan === "free") return [{ sku, quantity: always(1) }];
    return [{ sku, quantity: context.total("seats.pagerduty"), rests: ["seats.pagerduty"] }];
  },
};

export const pagerdutyPricers: Pricers = freeOf(
  [
    serviceType,
    "pagerduty:index/escalationPolicy:EscalationPolicy",
    "pagerduty:index/serviceIntegration:ServiceIntegration",
  ],
  "people are paid, not what calls them",
  source,
);
