import type { Problem } from "../../core/errors";
import { renderAppHeaders } from "../../render/hosts/app-headers";
import type { SiteSpec } from "../../render/hosts/site";
import type { SiteRendering } from "../contract/renderings";
import { appNamePattern, appNameWords } from "./apps";
import { appRedirect } from "./routing";
import { site as facts } from "./site";

// Requirement: HOST-16
/** DigitalOcean App Platform, which sets no response headers beside those of CORS: the app's server reads them from a file. */
export const site: SiteRendering = {
  file: (one, { stack }) => renderAppHeaders(one, stack),
  lackOfHeaders: () => "server-headers",
  lackOfRedirect: (rule) => {
    if (rule.has.length + rule.missing.length > 0) return "redirect-conditions";
    const isKnown = facts.redirectStatuses.includes(rule.statusCode);
    return isKnown && appRedirect(rule) ? undefined : "redirect-patterns";
  },
  lackOfDomainRedirect: (status) =>
    facts.redirectStatuses.includes(status) ? undefined : "domain-redirects",
  problems,
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
