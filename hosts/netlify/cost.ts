import { tokens } from "../../core/tokens";
import type { DeclaredResource } from "../../core/resource";
import type { PricingContext } from "../../cost/context";
import type { AccountPricer, Credit, Pricer } from "../../cost/pricer";
import { remembered } from "../../cost/remembered";
import { always } from "../../cost/scenarios";
import { builds } from "../../cost/pricers/builds";
import { textAt } from "../../cost/pricers/inputs";
import { meteredCharges, type Metered } from "../../cost/pricers/vercel/metered";

const served: readonly Metered[] = [
  { sku: "netlify-credit-bandwidth", meter: "hosting.transferGb" },
  { sku: "netlify-credit-requests", meter: "hosting.requests", per: 10_000 },
];
const compute: Metered = {
  sku: "netlify-credit-compute",
  meter: "hosting.functionMemoryGbHours",
};
const deploys = "netlify-credit-deploy";

// Requirement: HOST-14
/** Credits for what is sent, asked for, computed and deployed, by what a credit of the Pro plan costs. */
export const site: Pricer = (resource, context) => [
  ...meteredCharges(served, resource, context),
  ...(textAt(resource, "kind") === "server" ? meteredCharges([compute], resource, context) : []),
  {
    sku: deploys,
    quantity: builds(resource, context),
    rests: ["hosting.buildCpuMinutes", "each build is a production deploy"],
  },
];

/** The team's plan is no setting of a stack: Pro, the smallest with several members. */
export const account: AccountPricer = {
  vendor: "netlify",
  what: "plan of Netlify",
  charges: (context) =>
    sitesAt(context).length === 0
      ? []
      : [{ sku: "netlify-pro", quantity: always(1), rests: ["the team is on the Pro plan"] }],
};

/** Credits of the plan; further ones are bought in packs of 1,500, of which the part is counted that is used. */
export const credit: Credit = {
  vendor: "netlify",
  sku: "netlify-pro-credits",
  pays: [...served.map(({ sku }) => sku), compute.sku, deploys],
  granted: (context) => sitesAt(context).length > 0,
};

const sitesAt = remembered((context: PricingContext): readonly DeclaredResource[] =>
  context.ofType(tokens.hostedSite).filter((site) => textAt(site, "vendor") === "netlify"),
);
