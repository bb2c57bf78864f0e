import {
  type CspDirective,
  cspDirectives,
  cspKeywords,
  frameAncestors,
  type FrameOptions,
  headerDefaults,
} from "../../catalogue/headers";
import type { Problem } from "../../core/errors";
import type { ContentSecurityPolicyArgs } from "./args";

type Directives = Partial<Record<CspDirective, readonly string[]>>;

/** The text of a Content-Security-Policy. The same directives give the same text, whatever their order in the args. */
export function contentSecurityPolicy(
  given: ContentSecurityPolicyArgs,
  frames: false | FrameOptions,
): string {
  const directives: Directives = {
    ...headerDefaults.contentSecurityPolicy.directives,
    ...(frames && { "frame-ancestors": [frameAncestors[frames]] }),
    ...given.directives,
  };
  return cspDirectives
    .flatMap((name) => {
      const sources = directives[name];
      return sources ? [[name, ...sources].join(" ")] : [];
    })
    .join("; ");
}

const keywords = new Set<string>(cspKeywords);
const directiveNames = new Set<string>(cspDirectives);

/** What would make the policy say something else than it looks like. Paths count from the directives. */
export function directiveProblems(given: ContentSecurityPolicyArgs): Problem[] {
  return Object.entries(given.directives).flatMap(([name, sources]) =>
    directiveNames.has(name) ? sourceProblems(name, sources) : [unknownDirective(name)],
  );
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
