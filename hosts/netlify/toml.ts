import { redirectStatusAt } from "..";
import { outputFolderOf } from "../../catalogue/frameworks";
import { stringify } from "smol-toml";
import { hostingHeader } from "../../render/header";
import type { RenderedFile } from "../../render/service";
import { destinationOf, patternOf, type PathPattern } from "../../render/hosts/pattern";
import {
  fileOf,
  overridesEarlier,
  type SiteHeaders,
  type SiteRedirect,
  type SiteRule,
  type SiteSpec,
  type SiteVariable,
} from "../../render/hosts/site";

// Requirement: HOST-14
/**
 * `netlify.toml` of a site: the build, variables that everyone may read by context, headers and redirects. What Netlify
 * reads from no file stands in comments with the commands that set it.
 */
export function renderNetlify(site: SiteSpec, stack: string): RenderedFile {
  const comments = [hostingHeader(stack), ...notes(site, stack).map((note) => `# ${note}`)];
  return {
    file: fileOf(stack, "netlify", "toml"),
    text: `${comments.join("\n")}\n\n${stringify(document(site))}`,
  };
}

/** A pattern of paths in Netlify's words: `*` for all that follows, at the end alone. */
export function netlifyPath(rule: Pick<SiteRule, "source" | "syntax">): string | undefined {
  const pattern = patternOf(rule);
  return pattern && pathOf(pattern);
}

export interface NetlifyRedirect {
  from: string;
  to: string;
  status: number;
  /** Before the files of the build, as Vercel's redirects act. */
  force: true;
}

/** A redirect in Netlify's words; undefined where its pattern or destination has none. */
export function netlifyRedirect(rule: SiteRedirect): NetlifyRedirect | undefined {
  const pattern = patternOf(rule);
  if (!pattern) return undefined;
  const say = { segment: (name: string) => `:${name}`, rest: ":splat" };
  const to = destinationOf(rule.destination, pattern, say);
  const status = redirectStatusAt("netlify", rule.statusCode);
  if (to === undefined || status === undefined) return undefined;
  return { from: pathOf(pattern), to, status, force: true };
}

function pathOf({ segments, rest }: PathPattern): string {
  const parts = segments.map((it) => ("any" in it ? `:${it.any}` : it.text));
  return `/${[...parts, ...(rest === undefined ? [] : ["*"])].join("/")}`;
}

function notes({ name, domains, gitRepository: git, variables }: SiteSpec, stack: string) {
  const hosts = Object.keys(domains);
  const secret = Object.keys(variables).filter((it) => variables[it]?.value === undefined);
  return [
    `Create once: netlify sites:create --name ${name}`,
    ...(git ? [`Builds ${git.repo}, branch ${git.productionBranch}; link once: netlify init`] : []),
    ...(hosts.length > 0 ? [`Hosts, given to the site once: ${hosts.join(", ")}`] : []),
    ...(secret.length > 0
      ? [`Variables, set with netlify env:set NAME: ${secret.join(", ")}`]
      : []),
    `Deploy: netlify deploy --build --prod --site ${name}${stack === "prod" ? "" : `, with this file as netlify.toml`}`,
  ];
}

/** In the order in which it is written. */
function document(site: SiteSpec) {
  const { framework, kind, buildCommand, outputDirectory, rootDirectory, nodeVersion } = site;
  const environment = {
    ...(nodeVersion !== undefined && { NODE_VERSION: nodeVersion.replace(/\.x$/, "") }),
    ...valuesOf(site, (targets) => targets.includes("production") && targets.includes("preview")),
  };
  const headers = site.headers.flatMap((rule) => headersOf(rule, site));
  const redirects = [...domainRedirects(site), ...site.redirects.flatMap(redirectOf)];
  return {
    build: {
      ...(rootDirectory !== undefined && { base: rootDirectory }),
      ...(buildCommand !== undefined && { command: buildCommand }),
      publish: outputDirectory ?? outputFolderOf(framework),
      ...(!site.previews && { ignore: 'test "$CONTEXT" != production' }),
      ...(Object.keys(environment).length > 0 && { environment }),
    },
    ...contexts(site),
    ...(kind === "server" && { functions: { directory: "netlify/functions" } }),
    ...(headers.length > 0 && { headers }),
    ...(redirects.length > 0 && { redirects }),
  };
}

type Targets = SiteVariable["targets"];

/** Contexts of Netlify by the one environment of ours whose variables they see alone. */
const contextsOf: readonly { context: string; sees: (targets: Targets) => boolean }[] = [
  { context: "production", sees: (it) => it.includes("production") && !it.includes("preview") },
  { context: "deploy-preview", sees: (it) => it.includes("preview") && !it.includes("production") },
  { context: "branch-deploy", sees: (it) => it.includes("preview") && !it.includes("production") },
  {
    context: "dev",
    sees: (it) =>
      it.includes("development") && !(it.includes("production") && it.includes("preview")),
  },
];

function contexts(site: SiteSpec) {
  const given = contextsOf.flatMap(({ context, sees }) => {
    const environment = valuesOf(site, sees);
    return Object.keys(environment).length > 0 ? [[context, { environment }] as const] : [];
  });
  return given.length > 0 ? { context: Object.fromEntries(given) } : {};
}

function valuesOf({ variables }: SiteSpec, sees: (targets: Targets) => boolean) {
  const entries = Object.entries(variables).flatMap(([name, { value, targets }]) =>
    value !== undefined && sees(targets) ? [[name, value] as const] : [],
  );
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What the app has to send stands here too: Netlify sends it with the files that it serves itself. */
function headersOf(rule: SiteHeaders, site: SiteSpec) {
  const path = netlifyPath(rule);
  const isPlain = rule.has.length + rule.missing.length === 0 && !overridesEarlier(rule, site);
  const isEmpty = Object.keys(rule.set).length === 0;
  return path !== undefined && isPlain && !isEmpty ? [{ for: path, values: rule.set }] : [];
}

function redirectOf(rule: SiteRedirect): NetlifyRedirect[] {
  const redirect = rule.has.length + rule.missing.length > 0 ? undefined : netlifyRedirect(rule);
  return redirect ? [redirect] : [];
}

/** A host that sends its visitors on, with the path that they asked for. */
function domainRedirects({ domains }: SiteSpec): NetlifyRedirect[] {
  return Object.entries(domains).flatMap(([host, { redirect, redirectStatusCode = 308 }]) => {
    const status = redirectStatusAt("netlify", redirectStatusCode);
    if (redirect === undefined || status === undefined) return [];
    return [{ from: `https://${host}/*`, to: `https://${redirect}/:splat`, status, force: true }];
  });
}
