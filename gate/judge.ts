import type { RuleResult } from "../core/finding";
import { changeRuleIds } from "../policies/change-rules";
import { type Bench, ask } from "../policies/judge";
import { readSettings } from "../policies/profile";
import { planOptions, planUnknown } from "../policies/tighten";
import { applyWaivers } from "../policies/waivers";
import { type PreviewStep, changeSet } from "./change";
import { changeCatalogue } from "./catalogue";
import type { ChangeRule } from "./rule";

export interface ChangeRunInput {
  steps: readonly PreviewStep[];
  /** Inputs of the stack's profile: tier, options and waivers. */
  profile: unknown;
  project: string;
  stack: string;
  clock: Date;
  rules?: readonly ChangeRule[];
}

/**
 * Judges what a preview says an update would do. Results have the shape, levels and waivers of every other rule's;
 * a rule that throws answers `error`, which is mandatory and cannot be waived.
 */
export function judgeChanges(input: ChangeRunInput): RuleResult[] {
  const { steps, profile, project, stack, clock, rules = changeCatalogue } = input;
  const { settings } = readSettings(profile, stack);
  const { onUnknown } = planUnknown(settings);
  const { optionsOf } = planOptions(rules, settings);
  const bench: Bench = { settings: { ...settings, onUnknown }, optionsOf };
  const changes = changeSet(steps, stackUrn(project, stack));
  const results = rules.flatMap((rule) =>
    ask(rule, changes.urn, bench, (context) => rule.check(changes, context)),
  );
  const today = clock.toISOString().slice(0, "YYYY-MM-DD".length);
  return applyWaivers(results, { waivers: settings.waivers, waivable: changeRuleIds, today })
    .results;
}

function stackUrn(project: string, stack: string): string {
  return `urn:pulumi:${stack}::${project}::pulumi:pulumi:Stack::${project}-${stack}`;
}
