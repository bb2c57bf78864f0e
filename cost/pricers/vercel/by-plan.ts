import type { VercelPlan } from "../../../catalogue/vercel-limits";
import type { Pricing } from "../../model";
import type { Pricer } from "../../pricer";
import { teamOf } from "./team";

const onOtherPlans: Readonly<Record<Exclude<VercelPlan, "pro">, readonly Pricing[]>> = {
  hobby: [
    {
      free: "the Hobby plan bills no use: beyond its limits a project is paused",
      source: "https://vercel.com/docs/plans/hobby",
    },
  ],
  enterprise: [
    { notPriced: "an Enterprise contract has prices of its own, which are not published" },
  ],
};

/** Prices what only the Pro plan has list prices for. */
export function onPro(pricer: Pricer): Pricer {
  return (resource, context) => {
    const { plan } = teamOf(context);
    return plan === "pro" ? pricer(resource, context) : onOtherPlans[plan];
  };
}
