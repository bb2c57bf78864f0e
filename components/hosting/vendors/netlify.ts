import { netlifyPath, netlifyRedirect, renderNetlify } from "../../../render/hosts/netlify";
import type { SiteVendor } from "./vendor";

// Requirement: HOST-14
/** Netlify: everything that it reads from `netlify.toml`. Its headers reach files alone, not what functions answer. */
export const netlify: SiteVendor = {
  lackOfHeaders: (rule, { kind }) => {
    if (rule.has.length + rule.missing.length > 0) return "header-conditions";
    if (netlifyPath(rule) === undefined) return "header-patterns";
    return kind === "server" ? "server-headers" : undefined;
  },
  lackOfRedirect: (rule) => {
    if (rule.has.length + rule.missing.length > 0) return "redirect-conditions";
    return netlifyRedirect(rule) === undefined ? "redirect-patterns" : undefined;
  },
  lackOfDomainRedirect: () => undefined,
  render: renderNetlify,
};
