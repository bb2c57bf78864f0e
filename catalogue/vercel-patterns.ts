import { compilePathToRegexpTemplate, getTransformedRoutes } from "@vercel/routing-utils";

/** How Vercel reads the pattern of a routing rule. Source: terraform-provider-vercel 5.4.1, project_route, src_syntax. */
export const patternSyntaxes = ["path-to-regexp", "regex", "equals"] as const;
export type PatternSyntax = (typeof patternSyntaxes)[number];

/** A pattern as settings give it. */
export interface Pattern {
  source: string;
  /** `path-to-regexp` when left out. */
  syntax?: PatternSyntax | undefined;
}

/** What is wrong with a pattern or a destination, in the words of an error for people. */
export interface PatternMistake {
  found: string;
  allowed: string;
  fix?: string;
}

/** The one spelling for every path, `/` included, that means the same in `path-to-regexp` and `regex`. */
const everyPath = "/(.*)";

/** Paths of no site in particular: a pattern that matches all of them is meant for every path. */
const probes = ["/q7x", "/q7x/k2", "/q7x/k2/z9.js"];

/**
 * What Vercel's own converter has against a pattern, and what it takes silently but nobody means: a pattern for
 * every path that leaves the home page out.
 */
export function patternMistake({ source, syntax = "path-to-regexp" }: Pattern) {
  const mistake = shapeMistake(source, syntax);
  if (mistake) return mistake;
  const matcher = matcherOf({ source, syntax });
  if (!matcher) return notAPattern(source, syntax);
  return missesHome(source, matcher) ? homeMistake(source) : undefined;
}

/** What is wrong with where a redirect leads. Check its pattern first. */
export function destinationMistake(pattern: Pattern, destination: string) {
  if (!/^(\/(?!\/)|https:\/\/)[\x21-\x7e]*$/.test(destination)) {
    return {
      found: JSON.stringify(destination),
      allowed: "a path such as /new, or an address that begins with https://",
    };
  }
  const { source, syntax = "path-to-regexp" } = pattern;
  if (syntax === "path-to-regexp" && !fillsItsParameters(source, destination)) {
    return {
      found: `${destination}, with a parameter that ${source} does not have`,
      allowed: "the parameters of the source, such as :slug",
    };
  }
  return leadsBack(pattern, destination) ? loopMistake(pattern, destination) : undefined;
}

/** True when Vercel applies a rule of that pattern to the path. False for a pattern that is none. */
export function patternMatches(pattern: Pattern, path: string): boolean {
  return matcherOf(pattern)?.test(path) ?? false;
}

/** The regular expression that Vercel makes of a pattern, for an app that applies rules itself; undefined of none. */
export function patternExpression(pattern: Pattern): string | undefined {
  return matcherOf(pattern)?.source;
}

function shapeMistake(source: string, syntax: PatternSyntax): PatternMistake | undefined {
  if (syntax !== "regex" && !source.startsWith("/")) {
    return { found: source || "nothing", allowed: `a ${syntax} pattern that begins with /` };
  }
  // Versions of path-to-regexp read it differently.
  if (syntax === "path-to-regexp" && /:\w+:\w/.test(source)) {
    return { found: source, allowed: "text between two parameters, such as /:a-:b" };
  }
  return undefined;
}

function notAPattern(source: string, syntax: PatternSyntax): PatternMistake {
  return {
    found: `${source}, which Vercel cannot read as ${syntax}`,
    allowed: syntax === "regex" ? "a regular expression" : "a pattern such as /docs/:slug",
    fix: `write ${everyPath} for every path, and \\ before a character that stands for itself`,
  };
}

/** `+` asks for at least one segment and so leaves `/` out on purpose; `*` does it by surprise. */
function missesHome(source: string, matcher: RegExp): boolean {
  return source.includes("*") && probes.every((path) => matcher.test(path)) && !matcher.test("/");
}

function homeMistake(source: string): PatternMistake {
  return {
    found: `${source}, which matches every path but /`,
    allowed: "a pattern that matches the home page too",
    fix: `write ${everyPath}`,
  };
}

function loopMistake({ source }: Pattern, destination: string): PatternMistake {
  return {
    found: `${destination}, which ${source} matches again: visitors would be redirected for ever`,
    allowed: "a destination that the source leaves out",
    fix: `exclude it, such as /((?!${destination.slice(1)}(?:/|$)).*)`,
  };
}

function fillsItsParameters(source: string, destination: string): boolean {
  try {
    compilePathToRegexpTemplate(source, destination);
    return true;
  } catch {
    return false;
  }
}

/** Whether a destination on the same host is matched by its own source; one with parameters cannot be told. */
function leadsBack(pattern: Pattern, destination: string): boolean {
  const [path = ""] = destination.split(/[?#]/);
  return path.startsWith("/") && !/[:$]/.test(path) && patternMatches(pattern, path);
}

/** The regular expression that Vercel makes of a pattern; undefined where it makes none. */
function matcherOf({ source, syntax = "path-to-regexp" }: Pattern): RegExp | undefined {
  if (syntax === "equals") return new RegExp(`^${source.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}$`);
  const { routes, error } = getTransformedRoutes(
    syntax === "regex"
      ? { routes: [{ src: source, continue: true }] }
      : { headers: [{ source, headers: [{ key: "x", value: "x" }] }] },
  );
  const src = error ? undefined : routes?.flatMap((it) => ("src" in it ? [it.src] : []))[0];
  return src === undefined ? undefined : new RegExp(src);
}
