import { type ServiceVendor, serviceHosts } from "../../../catalogue/hosts/services";
import { tokens } from "../../../core/tokens";
import { isPropertyMap, type PropertyMap } from "../../../core/value";
import type { Pricing } from "../../model";
import type { Pricer, Pricers } from "../../pricer";
import { notKnown, valueAt } from "../inputs";
import { flyService } from "../fly/service";
import { railwayService } from "../railway/service";
import { renderService } from "../render-hosting/service";
import type { ServicePart } from "./part";
import { previewCharges } from "./previews";

/** By who runs the service. What is managed is paid by the vendor's own resources, and nothing by the component. */
const byVendor: Readonly<Record<ServiceVendor, (part: ServicePart) => readonly Pricing[]>> = {
  fly: flyService,
  render: renderService,
  railway: railwayService,
  digitalocean: () => [],
};

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
    if (!vendor) return [{ notPriced: `${name}: no prices of its vendor are reckoned here` }];
    const part = { name, service, ...shared };
    return [...byVendor[vendor](part), ...previewCharges(part)];
  });
};

function vendorOf({ vendor }: PropertyMap): ServiceVendor | undefined {
  const known = typeof vendor === "string" && Object.hasOwn(serviceHosts, vendor);
  return known ? (vendor as ServiceVendor) : undefined;
}

export const servicePricers: Pricers = { [tokens.containerService]: services };
