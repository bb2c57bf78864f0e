import type { HostVendor } from "../../../hosts";
import { ofKind } from "../../../hosts/contract/facts";
import type { Hosted, HostingOrder, SiteOrder } from "../../../hosts/contract/declarations";
import { declarations } from "../../../hosts/tables/declarations";
import type { HostingTransforms } from "../transforms";
import { declareElsewhere } from "./hosted-by";

type Order = HostingOrder<HostingTransforms>;

const wholes: Readonly<Partial<Record<HostVendor, (order: Order) => Hosted>>> = ofKind(
  declarations,
  "hosting",
);
const parts: Readonly<Partial<Record<HostVendor, (order: SiteOrder<HostingTransforms>) => void>>> =
  ofKind(declarations, "site");

/** Declares a hosting project at its host: by the host itself where the args use its words, else as a site there. */
export function declareHosting(vendor: HostVendor, order: Order): Hosted {
  const whole = wholes[vendor];
  if (whole) return whole(order);
  return declareElsewhere(vendor, order, parts[vendor]);
}
