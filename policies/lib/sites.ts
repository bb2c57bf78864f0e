import { childPath } from "../../core/property-path";
import type { DeclaredResource } from "../../core/resource";
import { tokens } from "../../core/tokens";
import { isPropertyMap, type PropertyMap, type Reading, readProperty } from "../../core/value";
import type { StackView } from "../stack-view";
import { providerTypes } from "./provider-types";

/* What rules ask of a web host, whichever it is: a project of Vercel, or a site on any other. */

/** A site: what its host serves under its domains. */
export const siteTypes: readonly string[] = [providerTypes.vercelProject, tokens.hostedSite];

/** What says how a site answers some paths. Both kinds carry it under `route`, in the same shape. */
export const routeTypes: readonly string[] = [providerTypes.vercelRoute, tokens.hostedRoute];

/** A host name of a site, and what declares it. */
export interface SiteDomain {
  urn: string;
  /** Where the name stands: `domain`, `domains["app.example.com"]`. */
  property: string;
  host: Reading;
  /** Where it sends visitors; absent where it serves the app. */
  redirect: Reading;
  /** Where that stands: `redirect`, `domains["www.example.com"].redirect`. */
  redirectProperty: string;
}

export function sitesOf(stack: StackView): readonly DeclaredResource[] {
  return siteTypes.flatMap((type) => stack.ofType(type));
}

/** The routes of one site. A project's name it, which the engine tells before its id is known; a site's name its URN. */
export function routesOf(stack: StackView, site: DeclaredResource): readonly DeclaredResource[] {
  if (site.type !== tokens.hostedSite) {
    return stack.dependents(site, providerTypes.vercelRoute, "projectId");
  }
  return stack.ofType(tokens.hostedRoute).filter((route) => isOf(route, site));
}

/** While the URN is not known, a route is of the site of its own component, which has one. */
function isOf({ parent, inputs }: DeclaredResource, site: DeclaredResource): boolean {
  const named = readProperty(inputs, ["site"]);
  if (named.state === "known") return named.value === site.urn;
  return parent !== undefined && parent === site.parent;
}

/** Every route of the stack, whichever site it belongs to, or none. */
export function allRoutes(stack: StackView): readonly DeclaredResource[] {
  return routeTypes.flatMap((type) => stack.ofType(type));
}

/** The hosts of one site. */
export function domainsOf(stack: StackView, site: DeclaredResource): readonly SiteDomain[] {
  if (site.type === tokens.hostedSite) return hostedDomains(site);
  return stack.dependents(site, providerTypes.vercelDomain, "projectId").map(vercelDomain);
}

/** Every host of the stack, whichever site it belongs to, or none. */
export function allDomains(stack: StackView): readonly SiteDomain[] {
  return [
    ...stack.ofType(providerTypes.vercelDomain).map(vercelDomain),
    ...stack.ofType(tokens.hostedSite).flatMap(hostedDomains),
  ];
}

/** The hosting component around a site, which says what its app sends by itself. */
export function ownerOf(stack: StackView, site: DeclaredResource): DeclaredResource | undefined {
  const owner = site.parent === undefined ? undefined : stack.get(site.parent);
  return owner?.type === tokens.hostingProject ? owner : undefined;
}

/** Whether a rule of a site is one that its app is to keep, because the host cannot. */
export function isKeptByApp({ type, inputs }: DeclaredResource): boolean {
  return type === tokens.hostedRoute && inputs["sender"] === "app";
}

function vercelDomain({ urn, inputs }: DeclaredResource): SiteDomain {
  return {
    ...{ urn, property: "domain", redirectProperty: "redirect" },
    host: readProperty(inputs, ["domain"]),
    redirect: readProperty(inputs, ["redirect"]),
  };
}

function hostedDomains({ urn, inputs }: DeclaredResource): SiteDomain[] {
  const property = "domains";
  const reading = readProperty(inputs, [property]);
  if (reading.state === "unknown") {
    const redirect: Reading = { state: "absent" };
    return [{ urn, property, host: reading, redirect, redirectProperty: property }];
  }
  if (reading.state === "absent" || !isPropertyMap(reading.value)) return [];
  const domains: PropertyMap = reading.value;
  return Object.keys(domains).map((host) => {
    const path = childPath(property, host);
    return {
      ...{ urn, property: path, redirectProperty: `${path}.redirect` },
      host: { state: "known", value: host },
      redirect: readProperty(domains, [host, "redirect"]),
    };
  });
}
