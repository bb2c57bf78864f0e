import type { Credit, Pricers } from "../../pricer";
import { drainMeter, edgeConfigMeters, vercelAddOns } from "./add-ons";
import { firewallMeters, firewallType, vercelFirewall } from "./firewall";
import { vercelFree } from "./free";
import { projectMeters, vercelProject } from "./project";
import { projectType, teamOf } from "./team";

export { vercelAccount } from "./team";

export const vercelPricers: Pricers = {
  ...vercelFree,
  ...vercelAddOns,
  [projectType]: vercelProject,
  [firewallType]: vercelFirewall,
};

/** Pays use of any kind, after the free amounts; neither seats nor what costs a fixed sum. */
export const vercelCredit: Credit = {
  vendor: "vercel",
  sku: "vercel-pro-credit",
  pays: [...projectMeters, ...firewallMeters, ...edgeConfigMeters, drainMeter].map(
    ({ sku }) => sku,
  ),
  granted: (context) => context.ofType(projectType).length > 0 && teamOf(context).plan === "pro",
};
