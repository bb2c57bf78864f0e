import {
  headerDefaults,
  headers,
  type HeaderSetting,
  headerSettings,
  settingOfHeader,
} from "../../catalogue/headers";
import type { Problem } from "../../core/errors";
import type { ThirdParty } from "../../catalogue/third-parties";
import { defaults, type HeaderArgs, type StrictTransportSecurityArgs } from "./args";
import { contentSecurityPolicy, policyProblems } from "./csp";

/** What happens to the headers of every answer. */
export interface ResponseHeaders {
  /** Header name to text, in the order of the settings. */
  set: Record<string, string>;
  /** Names of headers taken out. */
  remove: string[];
}

type WantedHeaders = Required<{ [K in keyof HeaderArgs]: Exclude<HeaderArgs[K], undefined> }> & {
  parties: readonly ThirdParty[];
  region: string | undefined;
};

// Requirement: HDR-03, HDR-04, HDR-05, HDR-06, HDR-07
/** The headers that the args ask for, secure defaults included. Check the args with `headerProblems` first. */
export function responseHeaders(
  args: HeaderArgs = {},
  parties: readonly ThirdParty[] = defaults.thirdParties,
  region?: string,
): ResponseHeaders {
  const wanted = { ...withDefaults(args), parties, region };
  const set = headerSettings.flatMap((setting) => {
    const text = texts[setting](wanted);
    return text === false ? [] : [[headers[setting].name, text] as const];
  });
  return { set: Object.fromEntries(set), remove: wanted.remove };
}

/** The policy that the app says it sends itself; undefined where the project's route sends it, or nobody. */
export function policyOfApp(
  args: HeaderArgs = {},
  parties: readonly ThirdParty[] = defaults.thirdParties,
  region?: string,
): string | undefined {
  const { contentSecurityPolicy: given, frameOptions: frames } = withDefaults(args);
  if (!given || given.owner !== "app") return undefined;
  return contentSecurityPolicy({ given, frames, parties, region });
}

/** What an answer carries in the end: a policy that the app sends has a nonce in it, so that any value will do. */
export function promisedHeaders(
  { set }: ResponseHeaders,
  { headers: args = {} }: { headers?: HeaderArgs | undefined },
): Record<string, string> {
  const fromApp = policyOfApp(args) !== undefined;
  return { ...set, ...(fromApp && { [headers.contentSecurityPolicy.name]: "" }) };
}

/** What is wrong with header args; paths count from the headers. */
export function headerProblems(args: HeaderArgs = {}): Problem[] {
  const wanted = withDefaults(args);
  return [
    ...maxAgeProblems(wanted),
    ...cspProblems(wanted),
    ...permissionProblems(wanted),
    ...textProblems(wanted),
    ...removalProblems(wanted),
  ];
}

const texts: Readonly<Record<HeaderSetting, (wanted: WantedHeaders) => string | false>> = {
  strictTransportSecurity: ({ strictTransportSecurity: hsts }) =>
    hsts && strictTransportSecurity(hsts),
  contentSecurityPolicy: ({ contentSecurityPolicy: given, frameOptions: frames, ...parts }) =>
    given && given.owner !== "app" && contentSecurityPolicy({ given, frames, ...parts }),
  contentTypeOptions: ({ contentTypeOptions }) => contentTypeOptions && "nosniff",
  frameOptions: ({ frameOptions }) => frameOptions,
  referrerPolicy: ({ referrerPolicy }) => referrerPolicy,
  permissionsPolicy: ({ permissionsPolicy: features }) => features && permissionsPolicy(features),
  crossOriginOpenerPolicy: ({ crossOriginOpenerPolicy }) => crossOriginOpenerPolicy,
  crossOriginResourcePolicy: ({ crossOriginResourcePolicy }) => crossOriginResourcePolicy,
};

function withDefaults(args: HeaderArgs): WantedHeaders {
  return {
    strictTransportSecurity: args.strictTransportSecurity ?? {},
    contentSecurityPolicy: args.contentSecurityPolicy ?? {},
    contentTypeOptions: args.contentTypeOptions ?? headerDefaults.contentTypeOptions,
    frameOptions: args.frameOptions ?? headerDefaults.frameOptions,
    referrerPolicy: args.referrerPolicy ?? headerDefaults.referrerPolicy,
    permissionsPolicy: args.permissionsPolicy ?? {},
    crossOriginOpenerPolicy: args.crossOriginOpenerPolicy ?? headerDefaults.crossOriginOpenerPolicy,
    crossOriginResourcePolicy:
      args.crossOriginResourcePolicy ?? headerDefaults.crossOriginResourcePolicy,
    remove: [...(args.remove ?? headerDefaults.remove)],
    parties: [],
    region: undefined,
  };
}

function strictTransportSecurity(given: StrictTransportSecurityArgs): string {
  const fallback = headerDefaults.strictTransportSecurity;
  const parts = [`max-age=${given.maxAge ?? fallback.maxAge}`];
  if (given.includeSubDomains ?? fallback.includeSubDomains) parts.push("includeSubDomains");
  if (given.preload ?? fallback.preload) parts.push("preload");
  return parts.join("; ");
}

function permissionsPolicy(given: Record<string, string[]>): string {
  const features: Record<string, readonly string[]> = {
    ...headerDefaults.permissionsPolicy,
    ...given,
  };
  return Object.keys(features)
    .sort()
    .map((name) => `${name}=${allowlist(features[name] ?? [])}`)
    .join(", ");
}

function allowlist(entries: readonly string[]): string {
  return entries.includes("*") ? "*" : `(${entries.join(" ")})`;
}

function maxAgeProblems({ strictTransportSecurity: hsts }: WantedHeaders): Problem[] {
  const maxAge = hsts && hsts.maxAge !== undefined ? hsts.maxAge : 0;
  if (Number.isInteger(maxAge) && maxAge >= 0) return [];
  return [
    {
      where: { path: "strictTransportSecurity.maxAge" },
      found: String(maxAge),
      allowed: "a whole number of seconds, 0 or more",
    },
  ];
}

function cspProblems({ contentSecurityPolicy: csp }: WantedHeaders): Problem[] {
  return csp ? policyProblems(csp).map((it) => at("contentSecurityPolicy", it)) : [];
}

function permissionProblems({ permissionsPolicy: features }: WantedHeaders): Problem[] {
  return Object.entries(features || {}).flatMap(([name, entries]) =>
    entries.flatMap((entry, index) =>
      /^(\*|self|src|"https:\/\/[\x21-\x7e]+")$/.test(entry) && !/[,;$]/.test(entry)
        ? []
        : [
            {
              where: { path: `permissionsPolicy.${name}[${index}]` },
              found: entry,
              allowed: "*, self, src or an origin in double quotes",
            },
          ],
    ),
  );
}

/** The last look at what leaves us: nothing that ends a header early or that Vercel would replace. */
function textProblems(wanted: WantedHeaders): Problem[] {
  const judgedAlready: HeaderSetting[] = ["contentSecurityPolicy"];
  return headerSettings.flatMap((setting) => {
    const text = texts[setting](wanted);
    if (text === false || judgedAlready.includes(setting)) return [];
    if (/^[\x20-\x7e]+$/.test(text) && !text.includes("$")) return [];
    return [
      {
        where: { path: setting },
        found: JSON.stringify(text),
        allowed: "printable ASCII without $, which Vercel reads as a variable",
      },
    ];
  });
}

function removalProblems(wanted: WantedHeaders): Problem[] {
  return wanted.remove.flatMap((name, index): Problem[] => {
    const where = { path: `remove[${index}]` };
    if (!/^[A-Za-z0-9!#%&'*+.^_`|~-]+$/.test(name)) {
      return [{ where, found: JSON.stringify(name), allowed: "the name of a response header" }];
    }
    const setting = settingOfHeader(name);
    if (!setting || texts[setting](wanted) === false) return [];
    return [
      {
        where,
        found: `${name}, which ${setting} sets`,
        fix: `turn it off with ${setting}: false, or do not remove it`,
      },
    ];
  });
}

function at(path: string, problem: Problem): Problem {
  return { ...problem, where: { path: `${path}.${problem.where.path}` } };
}
