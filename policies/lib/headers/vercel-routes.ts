import type { DeclaredResource } from "../../../core/resource";
import { type Value, UNKNOWN, readProperty } from "../../../core/value";
import { textOf } from "../text";

/** Whether a route acts on every request: the answer can be unknown before the update. */
export type Coverage = "every path" | "some paths" | typeof UNKNOWN;

/**
 * Sources that match every path, by syntax, `^` and `$` taken off. Vercel anchors patterns at both ends. Anything
 * else counts as some paths: a pattern that only seems to match everything must not pass. `/:path*` is not
 * among them, because Vercel's own matcher does not match `/` with it.
 */
export const everyPathSources: Readonly<Record<string, readonly string[]>> = {
  regex: ["/(.*)", "/.*", "(.*)", ".*", "/(?:.*)", "(?:/.*)?", "(?:/(.*))?", "/?(.*)", "/?.*"],
  "path-to-regexp": ["/(.*)", "(.*)"],
  equals: [],
};

/** The one spelling that means the same in every syntax, for routes that leave the syntax to Vercel. */
const inAnySyntax = "/(.*)";

export function coverageOf(route: DeclaredResource): Coverage {
  const parts = [enabled(route), unconditional(route), sourceCoverage(route)];
  if (parts.includes("some paths")) return "some paths";
  return parts.includes(UNKNOWN) ? UNKNOWN : "every path";
}

/** True when the source, read in that syntax, matches every path. */
export function matchesEveryPath(source: string, syntax?: string): boolean {
  const bare = syntax === "path-to-regexp" ? source : source.replace(/^\^/, "").replace(/\$$/, "");
  if (syntax === undefined) return bare === inAnySyntax;
  return Object.hasOwn(everyPathSources, syntax) && (everyPathSources[syntax] ?? []).includes(bare);
}

function enabled({ inputs }: DeclaredResource): Coverage {
  const reading = readProperty(inputs, ["enabled"]);
  if (reading.state === "unknown") return UNKNOWN;
  return reading.state === "known" && reading.value !== true ? "some paths" : "every path";
}

/** `every path` where it acts on all requests for the paths of its source. */
export function unconditional({ inputs }: DeclaredResource): Coverage {
  const readings = ["has", "missings"].map((name) => readProperty(inputs, ["route", name]));
  if (readings.some((reading) => reading.state === "known" && !isEmpty(reading.value))) {
    return "some paths";
  }
  return readings.some(({ state }) => state === "unknown") ? UNKNOWN : "every path";
}

function sourceCoverage({ inputs }: DeclaredResource): Coverage {
  const source = readProperty(inputs, ["route", "src"]);
  const syntax = readProperty(inputs, ["srcSyntax"]);
  if (source.state === "unknown" || syntax.state === "unknown") return UNKNOWN;
  const named = syntax.state === "known" ? (textOf(syntax) ?? "") : undefined;
  return matchesEveryPath(textOf(source) ?? "", named) ? "every path" : "some paths";
}

function isEmpty(value: Value): boolean {
  return Array.isArray(value) && value.length === 0;
}
