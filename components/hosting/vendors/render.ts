import { blueprintOfSite } from "../../../render/hosts/render/blueprint";
import { renderHeaderPath, renderRedirect } from "../../../render/hosts/render/site";
import type { SiteVendor } from "./vendor";

// Requirement: HOST-15
/** Render: a static site with headers and redirects, or a server that has to set both itself. */
export const render: SiteVendor = {
  lackOfHeaders: (rule, { kind }) => {
    if (kind === "server") return "server-headers";
    if (rule.has.length + rule.missing.length > 0) return "header-conditions";
    return renderHeaderPath(rule) === undefined ? "header-patterns" : undefined;
  },
  lackOfRedirect: (rule, { kind }) => {
    if (rule.has.length + rule.missing.length > 0) return "redirect-conditions";
    if (kind === "server") return "redirect-patterns";
    return renderRedirect(rule) === undefined ? "redirect-patterns" : undefined;
  },
  lackOfDomainRedirect: () => "domain-redirects",
  render: blueprintOfSite,
};
