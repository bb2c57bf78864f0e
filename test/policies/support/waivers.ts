import type { RuleResult } from "../../../core/finding";
import type { PropertyMap, Value } from "../../../core/value";
import { hstsPresent } from "../../../policies/rules/headers/hsts-present";
import type { Rule } from "../../../policies/rule";
import { headersRoute, headersWith, judge, profile, vercelProject } from "./stack";

/** A route without HSTS: one finding, on `web-headers`. */
export const withoutHsts = [
  vercelProject,
  headersRoute({ headers: headersWith("Strict-Transport-Security") }),
];

export const goodWaiver = {
  rule: "hsts-present",
  target: "web-headers",
  reason: "the legacy host speaks HTTP until it moves",
  owner: "platform-team",
  expires: "2026-06-30",
} as const satisfies PropertyMap;

/** What one rule about waivers says of a stack without HSTS and with these waivers. */
export function judgeWaivers(rule: Rule, waivers: readonly Value[], clock?: Date): RuleResult[] {
  const resources = [profile({ waivers }), ...withoutHsts];
  return judge(rule, resources, { beside: [hstsPresent], ...(clock && { clock }) });
}
