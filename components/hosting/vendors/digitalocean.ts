import { appNamePattern, appNameWords } from "../../../catalogue/digitalocean";
import { hosts } from "../../../catalogue/hosts";
import type { Problem } from "../../../core/errors";
import { appRedirect } from "../../../render/hosts/digitalocean/routing";
import type { SiteSpec } from "../../../render/hosts/site";
import { declareApp } from "../digitalocean";
import { appSpecOf } from "./digitalocean-spec";
import type { SiteOrder, SiteVendor } from "./vendor";

// Requirement: HOST-16
/** DigitalOcean App Platform, which sets no response headers beside those of CORS: the app's server reads them from a file. */
export const onDigitalocean: SiteVendor = {
  lackOfHeaders: () => "server-headers",
  lackOfRedirect: (rule) => {
    if (rule.has.length + rule.missing.length > 0) return "redirect-conditions";
    const isKnown = hosts.digitalocean.redirectStatuses.includes(rule.statusCode);
    return isKnown && appRedirect(rule) ? undefined : "redirect-patterns";
  },
  lackOfDomainRedirect: (status) =>
    hosts.digitalocean.redirectStatuses.includes(status) ? undefined : "domain-redirects",
  problems,
  declare,
};

function problems({ name, gitRepository }: SiteSpec): Problem[] {
  return [
    ...(appNamePattern.test(name)
      ? []
      : [{ where: { path: "name" }, found: name, allowed: appNameWords }]),
    ...(gitRepository
      ? []
      : [
          {
            where: { path: "gitRepository" },
            found: "nothing",
            allowed: "the repository that App Platform builds the app from",
          },
        ]),
  ];
}

function declare({ parent, site, values, transforms }: SiteOrder): void {
  declareApp(parent, appSpecOf(site, values), transforms);
}
