import { tokens } from "../../core/tokens";
import { isPropertyMap } from "../../core/value";
import type { PricingContext } from "../../cost/context";
import type { Charge } from "../../cost/model";
import type { AccountPricer, Pricer } from "../../cost/pricer";
import { always, mapAmounts } from "../../cost/scenarios";
import { buildMinutes } from "../../cost/pricers/builds";
import { textAt, valueAt } from "../../cost/pricers/inputs";
import { meteredCharges } from "../../cost/pricers/vercel/metered";

export { service } from "./cost-service";

// Requirement: HOST-15
/** A server by the month and nothing for files; what is sent, built and named beyond what the workspace has. */
export const site: Pricer = (resource, context) => {
  const domains = valueAt(resource, "domains");
  const names = isPropertyMap(domains) ? Object.keys(domains).length : 0;
  return [
    ...(textAt(resource, "kind") === "server" ? [server] : []),
    ...meteredCharges(
      [{ sku: "render-bandwidth", meter: "hosting.transferGb" }],
      resource,
      context,
    ),
    {
      sku: "render-build",
      quantity: mapAmounts(buildMinutes(resource, context), (all) => all.div(1000)),
      rests: ["hosting.buildCpuMinutes"],
    },
    { sku: "render-domain", quantity: always(names) },
  ];
};

/** The plan that the Blueprint names. */
const server: Charge = {
  sku: "render-web-starter",
  quantity: always(1),
  rests: ["one server of the plan starter, which render.yaml names"],
};

/** The workspace's plan is no setting of a stack: Pro, the smallest with several people. */
export const account: AccountPricer = {
  vendor: "render",
  what: "workspace of Render",
  charges: (context) =>
    isUsed(context)
      ? [{ sku: "render-pro", quantity: always(1), rests: ["the workspace is on the Pro plan"] }]
      : [],
};

/** By a site or by a service. */
function isUsed(context: PricingContext): boolean {
  const sites = context.ofType(tokens.hostedSite).map((site) => textAt(site, "vendor"));
  const services = context.ofType(tokens.containerService).flatMap((component) => {
    const all = valueAt(component, "services");
    return isPropertyMap(all) ? Object.values(all) : [];
  });
  const vendors = services.map((one) => (isPropertyMap(one) ? one["vendor"] : undefined));
  return [...sites, ...vendors].includes("render");
}
