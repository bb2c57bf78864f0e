import { ofKind } from "../../../hosts/contract/facts";
import { type ServiceVendor, serviceHosts } from "../../../hosts/services";
import { pricings } from "../../../hosts/tables/pricings";
import { tokens } from "../../../core/tokens";
import { isPropertyMap, type PropertyMap } from "../../../core/value";
import type { Pricing } from "../../model";
import type { Pricer, Pricers } from "../../pricer";
import { notKnown, valueAt } from "../inputs";
import type { ServicePart } from "./part";
import { previewCharges } from "./previews";

type ServicePricer = (part: ServicePart) => readonly Pricing[];

const byVendor: Readonly<Partial<Record<ServiceVendor, ServicePricer>>> = ofKind(
  pricings,
  "service",
);

// Requirement: HOST-15, HOST-16
/** Every service of the component. */
const services: Pricer = (resource, context) => {
  const unknown = notKnown(resource, ["services"]);
  if (unknown) return unknown;
  const declared = valueAt(resource, "services");
  if (!isPropertyMap(declared)) return [];
  const all = Object.entries(declared);
  const previewing = all.filter(([, one]) => isPropertyMap(one) && isPropertyMap(one.previews));
  const shared = { resource, context, services: all.length, previewing: previewing.length };
  return all.flatMap(([name, service]): readonly Pricing[] => {
    if (!isPropertyMap(service)) return [{ notPriced: `${name} is not known before the update` }];
    const vendor = vendorOf(service);
    const price = vendor && pricerOf(vendor);
    if (!price) return [{ notPriced: `${name}: no prices of its vendor are reckoned here` }];
    const part = { name, service, ...shared };
    return [...price(part), ...previewCharges(part)];
  });
};

/** What is managed is paid by the vendor's own resources, and nothing by the component. */
function pricerOf(vendor: ServiceVendor): ServicePricer | undefined {
  return serviceHosts[vendor].managed ? () => [] : byVendor[vendor];
}

function vendorOf({ vendor }: PropertyMap): ServiceVendor | undefined {
  const known = typeof vendor === "string" && Object.hasOwn(serviceHosts, vendor);
  return known ? (vendor as ServiceVendor) : undefined;
}

export const servicePricers: Pricers = { [tokens.containerService]: services };
