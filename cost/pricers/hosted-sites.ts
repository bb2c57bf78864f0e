import type { HostVendor } from "../../catalogue/hosts";
import { tokens } from "../../core/tokens";
import { freeOf, type Pricer, type Pricers } from "../pricer";
import { knowing, textAt } from "./inputs";
import { netlifySite } from "./netlify/site";
import { renderSite } from "./render-hosting/site";

/** By who serves the site. What is managed is paid by the host's own resources, and nothing by the site. */
const byVendor: Readonly<Record<HostVendor, Pricer>> = {
  vercel: () => [],
  digitalocean: () => [],
  netlify: netlifySite,
  render: renderSite,
};

// Requirement: HOST-14, HOST-15
/** A site at a host that is not Vercel. */
const site: Pricer = (resource, context) => {
  const vendor = textAt(resource, "vendor") ?? "";
  const price = Object.hasOwn(byVendor, vendor) ? byVendor[vendor as HostVendor] : undefined;
  return price?.(resource, context) ?? [{ notPriced: `no prices of ${vendor} are known here` }];
};

export const hostedSitePricers: Pricers = {
  [tokens.hostedSite]: knowing(["vendor", "kind"], site),
  ...freeOf([tokens.hostedRoute], "a part of the site, which is paid", "the site's own prices"),
};
