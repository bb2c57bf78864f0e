import type { SiteVendor } from "./vendor";

// Requirement: HOST-16
/** DigitalOcean App Platform, which sets no response headers beside those of CORS. */
export const digitalocean: SiteVendor = {
  lackOfHeaders: () => "server-headers",
  lackOfRedirect: ({ has, missing }) =>
    has.length + missing.length > 0 ? "redirect-conditions" : "redirect-patterns",
  lackOfDomainRedirect: () => "domain-redirects",
};
