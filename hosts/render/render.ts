import { overridesEarlier } from "../../render/hosts/site";
import type { Renderer } from "../../render/service";
import type { SiteRendering } from "../contract/renderings";
import { redirectStatusAt } from "../index";
import { renderBlueprint } from "./blueprint";
import { blueprintServices } from "./blueprint-services";
import { renderHeaderPath, renderRedirect } from "./blueprint-site";

// Requirement: HOST-15
/** Render: a static site with headers and redirects, or a server that has to set both itself. */
export const site: SiteRendering = {
  file: (one, { stack, services = [] }) =>
    renderBlueprint({
      stack,
      site: one,
      ...(services.length > 0 && { services: blueprintServices(services, stack) }),
    }),
  lackOfHeaders: (rule, one) => {
    if (one.kind === "server") return "server-headers";
    if (rule.has.length + rule.missing.length > 0) return "header-conditions";
    if (renderHeaderPath(rule) === undefined) return "header-patterns";
    return overridesEarlier(rule, one) ? "header-overrides" : undefined;
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

// Requirement: HOST-15
/** All services of a stack that Render runs, in one Blueprint. */
export const service: Renderer = (services, { stack }) => [
  {
    ...renderBlueprint({ stack, services: blueprintServices(services, stack) }),
    services: services.map(([name]) => name),
  },
];
