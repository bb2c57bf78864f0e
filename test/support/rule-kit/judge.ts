import type { RuleResult } from "../../../core/finding";
import type { DeclaredResource } from "../../../core/resource";
import { tokens } from "../../../core/tokens";
import { parseUrn } from "../../../core/urn";
import type { Rule } from "../../../policies/rule";
import { run } from "../../../policies/run";
import { profile } from "./baseline";
import { root, today } from "./resources";

export interface JudgeOptions {
  stack?: string;
  clock?: Date;
  /** Further rules to judge with, whose results are left out. */
  beside?: readonly Rule[];
}

/** What one rule says about a stack that holds these resources, its root and, where none is given, a profile. */
export function judge(
  rule: Rule,
  resources: readonly DeclaredResource[],
  { stack = "prod", clock = today, beside = [] }: JudgeOptions = {},
): RuleResult[] {
  return run({ resources: stackOf(resources), stack, clock, rules: [rule, ...beside] }).filter(
    (result) => result.rule === rule.id,
  );
}

/** These resources with their root and, where none is among them, a profile. */
export function stackOf(resources: readonly DeclaredResource[]): DeclaredResource[] {
  const hasProfile = resources.some(({ type }) => type === tokens.stackProfile);
  return hasProfile ? [root, ...resources] : [root, profile(), ...resources];
}

/** State, logical name and message: what a test compares when the rest does not matter. */
export function brief(results: readonly RuleResult[]): string[] {
  return results.map(({ state, urn, message }) => `${state} ${parseUrn(urn).name}: ${message}`);
}

/** State, logical name and property. */
export function places(results: readonly RuleResult[]): string[] {
  return results.map(
    ({ state, urn, property = "-" }) => `${state} ${parseUrn(urn).name} ${property}`,
  );
}
