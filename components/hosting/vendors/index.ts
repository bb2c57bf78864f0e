import type { HostVendor } from "../../../catalogue/hosts";
import { onDigitalocean } from "./digitalocean";
import { hostedBy } from "./hosted-by";
import { netlify } from "./netlify";
import { render } from "./render";
import type { DeclareHosting, SiteVendor } from "./vendor";
import { vercel } from "./vercel";

/** Hosts beside Vercel, whose words the stack file uses. A further one is one more file and one more line. */
export const siteVendors: Readonly<Record<Exclude<HostVendor, "vercel">, SiteVendor>> = {
  netlify,
  render,
  digitalocean: onDigitalocean,
};

/** How each host is declared. */
export const vendors: Readonly<Record<HostVendor, DeclareHosting>> = {
  vercel,
  netlify: hostedBy("netlify", siteVendors.netlify),
  render: hostedBy("render", siteVendors.render),
  digitalocean: hostedBy("digitalocean", siteVendors.digitalocean),
};
