import { rateLimitWindow } from "../../catalogue/vercel-platform";
import type { Problem } from "../../core/errors";
import type { FirewallArgs, RateLimitArgs } from "./protection-args";

/** The firewall in the nested shape that the provider takes: rules below `rules`, conditions in groups. */
export interface FirewallSpec {
  enabled: true;
  rules?: { rules: ReturnType<typeof rateLimitRule>[] };
  managedRulesets?: Record<string, object>;
}

// Requirement: HDR-14
/** The firewall, or nothing where the args leave it alone. */
export function firewallSpec(args: FirewallArgs | undefined): FirewallSpec | undefined {
  if (!args) return undefined;
  const rules = Object.entries(args.rateLimits ?? {}).map(rateLimitRule);
  return {
    enabled: true,
    ...(rules.length > 0 && { rules: { rules } }),
    ...managedRulesets(args.managedRulesets),
  };
}

function rateLimitRule([name, given]: [string, RateLimitArgs]) {
  const { path, limit, windowSeconds, keys = ["ip"], action = "rate_limit" } = given;
  const window = `${windowSeconds} s`;
  return {
    name,
    description: `At most ${limit} requests to ${path} in ${window} from one client`,
    active: true,
    conditionGroups: [{ conditions: [{ type: "path", op: "pre", value: path }] }],
    action: {
      action: "rate_limit",
      rateLimit: { limit, window: windowSeconds, keys: [...keys], algo: "fixed_window", action },
    },
  };
}

function managedRulesets({ botProtection, aiBots, owasp }: FirewallArgs["managedRulesets"] = {}) {
  const on = ({ action }: { action: string }) => ({ active: true, action });
  const attacks = Object.entries(owasp ?? {}).map(([kind, given]) => [kind, on(given)] as const);
  const rulesets: Record<string, object> = {
    ...(botProtection && { botProtection: on(botProtection) }),
    ...(aiBots && { aiBots: on(aiBots) }),
    ...(attacks.length > 0 && { owasp: Object.fromEntries(attacks) }),
  };
  return Object.keys(rulesets).length > 0 ? { managedRulesets: rulesets } : {};
}

/** What is wrong with the rate limits; paths count from the args. */
export function firewallProblems(args: FirewallArgs | undefined): Problem[] {
  return Object.entries(args?.rateLimits ?? {}).flatMap(([name, given]) => {
    const path = `firewall.rateLimits.${name}`;
    return [
      ...nameProblems(path, name),
      ...windowProblems(path, given),
      ...limitProblems(path, given),
      ...pathProblems(path, given),
    ];
  });
}

function nameProblems(path: string, name: string): Problem[] {
  if (name.length >= 4 && name.length <= 160) return [];
  return [{ where: { path }, found: `the name ${name}`, allowed: "4 to 160 characters" }];
}

function windowProblems(path: string, { windowSeconds }: RateLimitArgs): Problem[] {
  const { min, max } = rateLimitWindow;
  if (Number.isInteger(windowSeconds) && windowSeconds >= min && windowSeconds <= max) return [];
  const where = { path: `${path}.windowSeconds` };
  return [{ where, found: `${windowSeconds}`, allowed: `whole seconds from ${min} to ${max}` }];
}

function limitProblems(path: string, { limit }: RateLimitArgs): Problem[] {
  if (Number.isInteger(limit) && limit >= 1) return [];
  return [
    { where: { path: `${path}.limit` }, found: `${limit}`, allowed: "a whole number from 1" },
  ];
}

function pathProblems(path: string, given: RateLimitArgs): Problem[] {
  if (given.path.startsWith("/")) return [];
  const where = { path: `${path}.path` };
  return [{ where, found: given.path, allowed: "the beginning of a path, such as /api" }];
}
