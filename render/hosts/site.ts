import type { HostVendor } from "../../hosts";
import type { GitHost, VariableTarget } from "../../catalogue/vercel";
import type { PatternSyntax } from "../../catalogue/vercel-patterns";

/** Something that a request must have, or must not have. */
interface Condition {
  type: "host" | "header" | "cookie" | "query";
  key?: string | undefined;
  value?: string | undefined;
}

/** Which requests a rule of a site is about, in the words of Vercel's routes. */
export interface SiteRule {
  /** `headers` for the baseline of all paths, `route-<key>`, `redirect-<key>`. */
  role: string;
  syntax: PatternSyntax;
  source: string;
  has: Condition[];
  missing: Condition[];
}

/** Response headers of some paths; a later rule wins over an earlier one. */
export interface SiteHeaders extends SiteRule {
  set: Record<string, string>;
  /** Names of headers taken out. */
  remove: string[];
}

export interface SiteRedirect extends SiteRule {
  destination: string;
  statusCode: number;
}

/** A variable of the site. A secret one has no value here, nor has one that only an update computes. */
export interface SiteVariable {
  secret: boolean;
  computed: boolean;
  value?: string;
  targets: VariableTarget[];
}

export interface SiteDomain {
  redirect?: string;
  redirectStatusCode?: number;
}

/** A site in words that no host owns, with every default filled in: all that a renderer needs. It holds no secret. */
export interface SiteSpec {
  vendor: HostVendor;
  name: string;
  framework?: string;
  /** Whether a server makes its pages, or they are files. */
  kind: "server" | "static";
  buildCommand?: string;
  installCommand?: string;
  outputDirectory?: string;
  rootDirectory?: string;
  nodeVersion?: string;
  gitRepository?: { type: GitHost; repo: string; productionBranch: string };
  /** Hosts, those that serve the app first. */
  domains: Record<string, SiteDomain>;
  /** The host's own codes. */
  regions: string[];
  /** Seconds. */
  functionTimeout?: number;
  variables: Record<string, SiteVariable>;
  /** In the order in which they act. */
  headers: SiteHeaders[];
  /** In the order in which they act, after all headers. */
  redirects: SiteRedirect[];
  /** Whether other branches than the production one are deployed. */
  previews: boolean;
  /** Whether a build of the production branch goes live by itself. */
  autoPublish: boolean;
}

/** Whether an earlier rule may set one of its headers for the same paths: hosts then send both, and neither wins. */
export function overridesEarlier(rule: SiteHeaders, { headers }: Pick<SiteSpec, "headers">) {
  const earlier = headers.slice(
    0,
    headers.findIndex(({ role }) => role === rule.role),
  );
  const set = new Set(earlier.flatMap((it) => Object.keys(it.set).map(lower)));
  return Object.keys(rule.set).some((name) => set.has(lower(name)));
}

const lower = (name: string) => name.toLowerCase();

/**
 * The same site with its records in an order of their own: what stood in a record comes back from the engine in another
 * order, and must come to the same file.
 */
export function ordered(site: SiteSpec): SiteSpec {
  const [serving, sent] = [false, true].map((redirects) =>
    byKey(site.domains).filter(([, { redirect }]) => (redirect !== undefined) === redirects),
  );
  return {
    ...site,
    domains: Object.fromEntries([...(serving ?? []), ...(sent ?? [])]),
    variables: Object.fromEntries(byKey(site.variables)),
    headers: site.headers.map((rule) => ({
      ...rule,
      set: Object.fromEntries(byKey(rule.set)),
      remove: rule.remove.map(lower).sort(),
      has: rule.has.map(condition),
      missing: rule.missing.map(condition),
    })),
  };
}

function condition({ type, key, value }: Condition): Condition {
  return { type, ...(key !== undefined && { key }), ...(value !== undefined && { value }) };
}

function byKey<T>(record: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Name of a stack's own file: the plain name for `prod`, else with the stack in it. */
export function fileOf(stack: string, stem: string, extension: string): string {
  return stack === "prod" ? `${stem}.${extension}` : `${stem}.${stack}.${extension}`;
}
