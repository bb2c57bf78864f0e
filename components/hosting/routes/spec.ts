import type { PatternSyntax } from "../../../catalogue/vercel-patterns";
import type { ConditionArgs, RedirectArgs, RouteArgs } from "./args";
import { cacheControl } from "./cache-control";

/** A routing rule as Vercel is told about it. */
export interface RuleSpec {
  /** Last part of the child's name: `route-assets`, `redirect-china`. */
  role: string;
  description: string;
  syntax: PatternSyntax;
  source: string;
  has: ConditionArgs[];
  missing: ConditionArgs[];
  action: { headers: Record<string, string> } | { destination: string; statusCode: number };
}

export interface RulesArgs {
  routes?: Record<string, RouteArgs> | undefined;
  redirects?: Record<string, RedirectArgs> | undefined;
}

// Requirement: HDR-15
/**
 * The rules in the order in which Vercel applies them: headers before redirects, so that an answer that redirects
 * carries them too, and each kind by key, because a stack file's own order does not reach the program.
 */
export function ruleSpecs({ routes = {}, redirects = {} }: RulesArgs): RuleSpec[] {
  return [
    ...byKey(routes).map(([key, route]) => ({
      ...ruleOf(`route-${key}`, "Response headers", route),
      action: { headers: headersOf(route) },
    })),
    ...byKey(redirects).map(([key, { destination, statusCode, ...redirect }]) => ({
      ...ruleOf(`redirect-${key}`, "Redirect", redirect),
      action: { destination, statusCode },
    })),
  ];
}

function byKey<T>(record: Record<string, T>): [string, T][] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}

function ruleOf(role: string, what: string, matching: RouteArgs) {
  const { source, syntax = "path-to-regexp", has = [], missing = [] } = matching;
  return { role, description: `${what} of ${source}`.slice(0, 1024), syntax, source, has, missing };
}

function headersOf({ headers = {}, cache }: RouteArgs): Record<string, string> {
  return { ...headers, ...(cache && { "Cache-Control": cacheControl(cache) }) };
}
