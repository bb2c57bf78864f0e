import {
  type CspDirective,
  cspDirectives,
  cspKeywords,
  frameAncestors,
  type FrameOptions,
  headerDefaults,
} from "../../catalogue/headers";
import { sourcesFor, type ThirdParty, thirdPartyNames } from "../../catalogue/third-parties";
import type { Problem } from "../../core/errors";
import type { ContentSecurityPolicyArgs } from "./args";

type Directives = Partial<Record<CspDirective, readonly string[]>>;

/** What decides a policy: what is said about it, who may frame the page, and whose services the page uses. */
export interface PolicyParts {
  given: ContentSecurityPolicyArgs;
  frames: false | FrameOptions;
  parties: readonly ThirdParty[];
  /** Region of AWS that hosts of some parties are in. */
  region?: string | undefined;
}

// Requirement: HDR-01, HDR-02
/** The text of a Content-Security-Policy. The same parts give the same text, whatever their order in the args. */
export function contentSecurityPolicy({ given, frames, parties, region }: PolicyParts): string {
  const base: Directives = {
    ...headerDefaults.contentSecurityPolicy.directives,
    ...(frames && { "frame-ancestors": [frameAncestors[frames]] }),
  };
  const inOrder = thirdPartyNames.filter((name) => parties.includes(name));
  const declared = inOrder.map((name): Directives => sourcesFor(name, region));
  const whole = { ...declared.reduce(withSources, base), ...given.directives };
  const directives = withSources(whole, given.add ?? {});
  return cspDirectives
    .flatMap((name) => {
      const sources = directives[name];
      return sources ? [[name, ...sources].join(" ")] : [];
    })
    .join("; ");
}

/** Adds sources to directives. One that was not there begins with what default-src allows, as it did without it. */
function withSources(directives: Directives, added: Directives): Directives {
  const names = cspDirectives.filter((name) => added[name]);
  return names.reduce((result: Directives, name) => {
    const before = (result[name] ?? result["default-src"] ?? []).filter((it) => it !== "'none'");
    return { ...result, [name]: [...new Set([...before, ...(added[name] ?? [])])] };
  }, directives);
}

const keywords = new Set<string>(cspKeywords);
const directiveNames = new Set<string>(cspDirectives);

/** What would make the policy say something else than it looks like. Paths count from the policy. */
export function policyProblems({
  directives = {},
  add = {},
}: ContentSecurityPolicyArgs): Problem[] {
  return [
    ...listProblems(directives).map((it) => under("directives", it)),
    ...listProblems(add).map((it) => under("add", it)),
  ];
}

function listProblems(lists: Readonly<Record<string, readonly string[]>>): Problem[] {
  return Object.entries(lists).flatMap(([name, sources]) =>
    directiveNames.has(name) ? sourceProblems(name, sources) : [unknownDirective(name)],
  );
}

function under(list: string, problem: Problem): Problem {
  return { ...problem, where: { path: `${list}.${problem.where.path}` } };
}

function sourceProblems(name: string, sources: readonly string[]): Problem[] {
  const problems = sources.flatMap((source, index) => {
    const problem = sourceProblem(source);
    return problem ? [{ ...problem, where: { path: `${name}[${index}]` } }] : [];
  });
  if (sources.length > 1 && sources.includes("'none'")) {
    problems.push({
      where: { path: name },
      found: "'none' beside other sources, which browsers ignore",
      fix: "remove 'none', or everything else",
    });
  }
  return problems;
}

function sourceProblem(source: string): Omit<Problem, "where"> | undefined {
  if (keywords.has(source) || /^(nonce|sha(256|384|512))-/.test(source)) {
    return {
      found: `${source}, which without quotes is the name of a host`,
      allowed: `"'${source}'"`,
      fix: "write both kinds of quotes: YAML takes one pair away",
    };
  }
  if (/^[\x21-\x7e]+$/.test(source) && !/[;,$]/.test(source)) return undefined;
  return {
    found: JSON.stringify(source),
    allowed: "one source without blanks, commas, semicolons or $",
    fix: "give each source its own entry",
  };
}

function unknownDirective(name: string): Problem {
  return {
    where: { path: name },
    found: "no directive that browsers know",
    allowed: `one of ${cspDirectives.join(", ")}`,
  };
}
