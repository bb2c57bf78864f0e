import { redirectStatusAt } from "../../../catalogue/hosts";
import { renderHeaderPath, renderRedirect } from "../../../render/hosts/render/site";
import { overridesEarlier } from "../../../render/hosts/site";
import type { SiteVendor } from "./vendor";

// Requirement: HOST-15
/** Render: a static site with headers and redirects, or a server that has to set both itself. */
export const render: SiteVendor = {
  lackOfHeaders: (rule, site) => {
    if (site.kind === "server") return "server-headers";
    if (rule.has.length + rule.missing.length > 0) return "header-conditions";
    if (renderHeaderPath(rule) === undefined) return "header-patterns";
    return overridesEarlier(rule, site) ? "header-overrides" : undefined;
  },
  lackOfRedirect: (rule, { kind }) => {
    if (rule.has.length + rule.missing.length > 0) return "redirect-conditions";
    if (kind === "server" || !renderRedirect(rule)) return "redirect-patterns";
    return redirectStatusAt("render", rule.statusCode) === rule.statusCode
      ? undefined
      : "redirect-status";
  },
  lackOfDomainRedirect: () => "domain-redirects",
};
