import { redirectStatusAt } from "..";
import { outputFolderOf } from "../../catalogue/frameworks";
import { destinationOf, patternOf } from "../../render/hosts/pattern";
import {
  overridesEarlier,
  type SiteHeaders,
  type SiteRedirect,
  type SiteRule,
  type SiteSpec,
} from "../../render/hosts/site";

/** Address of a repository at each of the hosts that Render builds from. */
const gitAddresses = {
  github: "https://github.com/",
  gitlab: "https://gitlab.com/",
  bitbucket: "https://bitbucket.org/",
} as const;

// Requirement: HOST-15
/** A site as one entry of `services` of a Blueprint: files of a CDN, or a server in one region. */
export function siteService(site: SiteSpec): Record<string, unknown> {
  const { name, kind, gitRepository: git, rootDirectory, domains } = site;
  return {
    type: "web",
    name,
    ...(kind === "static" ? staticParts(site) : serverParts(site)),
    ...(git && { repo: `${gitAddresses[git.type]}${git.repo}`, branch: git.productionBranch }),
    ...(rootDirectory !== undefined && { rootDir: rootDirectory }),
    autoDeployTrigger: site.autoPublish ? "commit" : "off",
    previews: { generation: site.previews ? "automatic" : "off" },
    ...(Object.keys(domains).length > 0 && { domains: Object.keys(domains) }),
    envVars: envVars(site),
  };
}

/** A pattern of paths in Render's words: `*` for all that follows; it has no name for one segment. */
export function renderHeaderPath(rule: Pick<SiteRule, "source" | "syntax">): string | undefined {
  const pattern = patternOf(rule);
  if (!pattern) return undefined;
  const parts = pattern.segments.map((it) => ("any" in it ? "*" : it.text));
  return `/${[...parts, ...(pattern.rest === undefined ? [] : ["*"])].join("/")}`;
}

export interface RenderRoute {
  type: "redirect";
  source: string;
  destination: string;
}

/** A redirect in Render's words, which answers 301; undefined where it cannot say it. */
export function renderRedirect(rule: SiteRedirect): RenderRoute | undefined {
  const pattern = patternOf(rule);
  if (!pattern || redirectStatusAt("render", rule.statusCode) === undefined) return undefined;
  const say = { segment: (name: string) => `:${name}`, rest: "*" };
  const destination = destinationOf(rule.destination, pattern, say);
  if (destination === undefined || pattern.segments.length === 0) return undefined;
  const parts = pattern.segments.map((it) => ("any" in it ? `:${it.any}` : it.text));
  const source = `/${[...parts, ...(pattern.rest === undefined ? [] : ["*"])].join("/")}`;
  return { type: "redirect", source, destination };
}

function staticParts(site: SiteSpec) {
  const { framework, outputDirectory } = site;
  const headers = site.headers.flatMap((rule) => headersOf(rule, site));
  const plain = site.redirects.filter(({ has, missing }) => has.length + missing.length === 0);
  const routes = plain.flatMap((rule) => renderRedirect(rule) ?? []);
  return {
    runtime: "static",
    ...buildOf(site),
    staticPublishPath: outputDirectory ?? outputFolderOf(framework),
    ...(headers.length > 0 && { headers }),
    ...(routes.length > 0 && { routes }),
  };
}

function serverParts(site: SiteSpec) {
  const [region] = site.regions;
  return {
    runtime: "node",
    plan: "starter",
    ...(region !== undefined && { region }),
    ...buildOf(site),
    startCommand: "npm run start",
    // Render keeps the release of before until this one answers here.
    healthCheckPath: "/",
  };
}

/** One command: Render has none of its own that installs. */
function buildOf({ installCommand, buildCommand }: SiteSpec) {
  const commands = [installCommand, buildCommand].filter((it) => it !== undefined);
  return commands.length > 0 ? { buildCommand: commands.join(" && ") } : {};
}

function headersOf(rule: SiteHeaders, site: SiteSpec) {
  const isPlain = rule.has.length + rule.missing.length === 0 && !overridesEarlier(rule, site);
  const path = isPlain ? renderHeaderPath(rule) : undefined;
  if (path === undefined) return [];
  return Object.entries(rule.set).map(([name, value]) => ({ path, name, value }));
}

/** By name; what has no value here is asked for when the Blueprint is first applied. */
function envVars({ variables, nodeVersion }: SiteSpec) {
  const own = Object.entries(variables)
    .filter(([, { targets }]) => targets.includes("production"))
    .map(([key, { value }]) => (value === undefined ? { key, sync: false } : { key, value }));
  const node = nodeVersion === undefined ? [] : [nodeVersionOf(nodeVersion)];
  return [...own, ...node].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function nodeVersionOf(version: string) {
  return { key: "NODE_VERSION", value: version.replace(/\.x$/, "") };
}
