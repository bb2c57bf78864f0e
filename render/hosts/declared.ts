import type { DeclaredResource } from "../../core/resource";
import { tokens } from "../../core/tokens";
import { ordered, type SiteHeaders, type SiteSpec } from "./site";

/** A site as a stack declares it, with the rules whose headers its host does not send. */
export interface DeclaredSite {
  site: SiteSpec;
  /** Headers that the app has to send itself. */
  ofApp: SiteHeaders[];
}

interface RouteInputs {
  site: string;
  sender: "host" | "app";
  srcSyntax: SiteHeaders["syntax"];
  route: {
    src: string;
    headers?: Record<string, string>;
    transforms?: { target: string }[];
    has?: SiteHeaders["has"];
    missings?: SiteHeaders["missing"];
  };
}

/** The site of a stack, out of the components that declare it and its headers; undefined where Vercel serves it. */
export function siteOf(resources: readonly DeclaredResource[]): DeclaredSite | undefined {
  const declared = resources.find(({ type }) => type === tokens.hostedSite);
  if (!declared) return undefined;
  const rules = resources
    .filter(({ type }) => type === tokens.hostedRoute)
    .map(({ name, inputs }) => ({ name, inputs: inputs as unknown as RouteInputs }))
    .filter(({ inputs }) => inputs.site === declared.urn)
    .sort((a, b) => placeOf(a.name) - placeOf(b.name) || (a.name < b.name ? -1 : 1));
  const headers = rules.map(({ name, inputs }) => ruleOf(roleOf(name, declared.name), inputs));
  const site = ordered({ ...(declared.inputs as unknown as Omit<SiteSpec, "headers">), headers });
  const ofApp = site.headers.filter((_, index) => rules[index]?.inputs.sender === "app");
  return { site, ofApp };
}

/** The baseline acts first, the others by their keys. */
function placeOf(name: string): number {
  return name.endsWith("-headers") && !name.includes("-route-") ? 0 : 1;
}

/** `web-route-assets` of the site `web-site` is `route-assets`. */
function roleOf(name: string, site: string): string {
  return name.slice(site.length - "site".length);
}

function ruleOf(role: string, { srcSyntax, route }: RouteInputs): SiteHeaders {
  const { src, headers = {}, transforms = [], has = [], missings = [] } = route;
  const remove = transforms.map(({ target }) => (JSON.parse(target) as { key: string }).key);
  return { role, syntax: srcSyntax, source: src, has, missing: missings, set: headers, remove };
}
