import type { DeclaredResource } from "../../../core/resource";
import { tokens } from "../../../core/tokens";
import type { PropertyMap } from "../../../core/value";
import { compliantHeaders, removal, resource } from "./stack";

/* A site on a host other than Vercel, as its component declares it. */

/** A site under its domain, and nothing that the host cannot do. */
export function hostedSite(inputs: PropertyMap = {}, parent?: DeclaredResource): DeclaredResource {
  const site = resource(tokens.hostedSite, "web-site", {
    ...{ vendor: "netlify", managed: false, name: "velocity-platform" },
    domains: { "app.example.com": {} },
    variables: {},
    gaps: [],
    ...inputs,
  });
  return parent ? { ...site, parent: parent.urn } : site;
}

export interface HostedRouteChange {
  name?: string;
  headers?: PropertyMap | symbol;
  route?: PropertyMap;
  inputs?: PropertyMap;
}

/** A rule of the site that acts on every path and carries exactly these headers. */
export function hostedRoute(
  site: DeclaredResource,
  { name = "web-headers", headers = compliantHeaders, route: said, inputs }: HostedRouteChange = {},
): DeclaredResource {
  const base = {
    src: "/(.*)",
    headers: headers as PropertyMap,
    transforms: [removal("X-Powered-By")],
  };
  const all = { site: site.urn, sender: "host", route: { ...base, ...said }, ...inputs };
  const route = resource(tokens.hostedRoute, name, all);
  return site.parent === undefined ? route : { ...route, parent: site.parent };
}
