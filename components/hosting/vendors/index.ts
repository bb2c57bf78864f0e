import type { HostVendor } from "../../../catalogue/hosts";
import { onDigitalocean } from "./digitalocean";
import { hostedBy } from "./hosted-by";
import { netlify } from "./netlify";
import { render } from "./render";
import type { DeclareHosting, SiteVendor } from "./vendor";
import { vercel } from "./vercel";

type OtherVendor = Exclude<HostVendor, "vercel">;

/** Hosts beside Vercel, whose words the stack file uses. A further one is one more file and one more line. */
export const siteVendors: Readonly<Record<OtherVendor, SiteVendor>> = {
  netlify,
  render,
  digitalocean: onDigitalocean,
};

const declared = Object.entries(siteVendors).map(([name, vendor]) => [
  name,
  hostedBy(name as OtherVendor, vendor),
]);

/** How each host is declared. */
export const vendors: Readonly<Record<HostVendor, DeclareHosting>> = {
  vercel,
  ...(Object.fromEntries(declared) as Record<OtherVendor, DeclareHosting>),
};
