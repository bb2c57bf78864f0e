import { redirectStatusAt } from "../../../catalogue/hosts";
import { netlifyPath, netlifyRedirect } from "../../../render/hosts/netlify";
import { overridesEarlier } from "../../../render/hosts/site";
import type { SiteVendor } from "./vendor";

// Requirement: HOST-14
/** Netlify: everything that it reads from `netlify.toml`. Its headers reach files alone, not what functions answer. */
export const netlify: SiteVendor = {
  lackOfHeaders: (rule, site) => {
    if (rule.has.length + rule.missing.length > 0) return "header-conditions";
    if (netlifyPath(rule) === undefined) return "header-patterns";
    if (overridesEarlier(rule, site)) return "header-overrides";
    return site.kind === "server" ? "server-headers" : undefined;
  },
  lackOfRedirect: (rule) => {
    if (rule.has.length + rule.missing.length > 0) return "redirect-conditions";
    const redirect = netlifyRedirect(rule);
    if (!redirect) return "redirect-patterns";
    return redirect.status === rule.statusCode ? undefined : "redirect-status";
  },
  lackOfDomainRedirect: (status) =>
    redirectStatusAt("netlify", status) === status ? undefined : "redirect-status",
};
