import { hosts, type HostVendor } from "../../hosts";
import { ofKind } from "../../hosts/contract/facts";
import { pricings } from "../../hosts/tables/pricings";
import { tokens } from "../../core/tokens";
import { freeOf, type Pricer, type Pricers } from "../pricer";
import { knowing, textAt } from "./inputs";

const byVendor: Readonly<Partial<Record<HostVendor, Pricer>>> = ofKind(pricings, "site");

// Requirement: HOST-14, HOST-15
/** A site at a host that is not Vercel. What is managed is paid by the host's own resources, and nothing by the site. */
const site: Pricer = (resource, context) => {
  const vendor = textAt(resource, "vendor") ?? "";
  if (!Object.hasOwn(hosts, vendor)) return notPriced(vendor);
  const known = vendor as HostVendor;
  if (hosts[known].managed) return [];
  return byVendor[known]?.(resource, context) ?? notPriced(vendor);
};

function notPriced(vendor: string) {
  return [{ notPriced: `no prices of ${vendor} are known here` }];
}

export const hostedSitePricers: Pricers = {
  [tokens.hostedSite]: knowing(["vendor", "kind"], site),
  ...freeOf([tokens.hostedRoute], "a part of the site, which is paid", "the site's own prices"),
};
