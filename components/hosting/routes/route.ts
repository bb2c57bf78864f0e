import type { ResponseHeaders } from "../headers";
import type { ConditionArgs } from "./args";
import type { RuleSpec } from "./spec";

interface Condition {
  type: string;
  key?: string;
  value?: string;
}

/** What a rule does to requests of some paths: the shape of `route` of a Vercel route, which rules judge at any host. */
export interface Route {
  src: string;
  has?: Condition[];
  missings?: Condition[];
  headers?: Record<string, string>;
  transforms?: { type: string; op: string; target: string }[];
  dest?: string;
  status?: number;
}

/** The route of the headers of every path; undefined where there is none to set or take out. */
export function baselineRoute({ set, remove }: ResponseHeaders): Route | undefined {
  if (Object.keys(set).length + remove.length === 0) return undefined;
  return {
    src: "/(.*)",
    ...(Object.keys(set).length > 0 && { headers: set }),
    ...(remove.length > 0 && { transforms: remove.map(removal) }),
  };
}

/** The route of one rule. */
export function ruleRoute(rule: RuleSpec): Route {
  return {
    src: rule.source,
    ...(rule.has.length > 0 && { has: rule.has.map(conditionOf) }),
    ...(rule.missing.length > 0 && { missings: rule.missing.map(conditionOf) }),
    ...actionOf(rule.action),
  };
}

function removal(name: string) {
  const target = JSON.stringify({ key: name.toLowerCase() });
  return { type: "response.headers", op: "delete", target };
}

function actionOf(action: RuleSpec["action"]) {
  if ("headers" in action) return { headers: action.headers };
  return { dest: action.destination, status: action.statusCode };
}

function conditionOf({ type, key, value }: ConditionArgs): Condition {
  return { type, ...(key !== undefined && { key }), ...(value !== undefined && { value }) };
}
