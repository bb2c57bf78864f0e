import { overridesEarlier } from "../../render/hosts/site";
import type { SiteRendering } from "../contract/renderings";
import { redirectStatusAt } from "../index";
import { netlifyPath, netlifyRedirect, renderNetlify } from "./toml";

// Requirement: HOST-14
/** Netlify: everything that it reads from `netlify.toml`. Its headers reach files alone, not what functions answer. */
export const site: SiteRendering = {
  file: (one, { stack }) => renderNetlify(one, stack),
  lackOfHeaders: (rule, one) => {
    if (rule.has.length + rule.missing.length > 0) return "header-conditions";
    if (netlifyPath(rule) === undefined) return "header-patterns";
    if (overridesEarlier(rule, one)) return "header-overrides";
    return one.kind === "server" ? "server-headers" : undefined;
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
