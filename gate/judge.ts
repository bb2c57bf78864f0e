import type { RuleResult } from "../core/finding";
import { tokens } from "../core/tokens";
import { parseUrn } from "../core/urn";
import { changeRuleIds } from "../policies/change-rules";
import { type Bench, ask } from "../policies/judge";
import { judgeWithinMax } from "../policies/lib/stack/judge-waivers";
import { readSettings } from "../policies/profile";
import { planOptions, planUnknown } from "../policies/tighten";
import { waiverWithinMax } from "../policies/rules/stack/waiver-within-max";
import { applyWaivers } from "../policies/waivers/apply";
import { type Relative, componentsAmong } from "../policies/waivers/target";
import { ownersOf } from "../policies/lib/owners";
import { unwaivableOf } from "../policies/waivers/terms";
import { isFinding } from "../policies/verdict";
import { type BesideSteps, type PreviewStep, changeSet } from "./change";
import { changeCatalogue } from "./catalogue";
import type { ChangeRule } from "./rule";

export interface ChangeRunInput {
  steps: readonly PreviewStep[];
  /** Inputs of the stack's profile: tier, options and waivers. */
  profile: unknown;
  project: string;
  stack: string;
  clock: Date;
  beside?: BesideSteps | undefined;
  rules?: readonly ChangeRule[];
}

/**
 * Judges what a preview says an update would do. Results have the shape, levels and waivers of every other rule's;
 * a rule that throws answers `error`, which is mandatory and cannot be waived.
 */
export function judgeChanges(input: ChangeRunInput): RuleResult[] {
  const { steps, profile, project, stack, clock, beside, rules = changeCatalogue } = input;
  const { settings } = readSettings(profile, stack);
  const { onUnknown } = planUnknown(settings);
  const { optionsOf } = planOptions(rules, settings);
  const today = clock.toISOString().slice(0, "YYYY-MM-DD".length);
  const bench: Bench = { settings: { ...settings, onUnknown }, optionsOf, today };
  const changes = changeSet(steps, stackUrn(project, stack), beside);
  const results = rules.flatMap((rule) =>
    ask(rule, changes.urn, bench, (context) => rule.check(changes, context)),
  );
  const waived = applyWaivers(results, {
    waivers: settings.waivers,
    known: changeRuleIds,
    elsewhere: new Set(),
    unwaivable: unwaivableOf([]),
    tier: settings.tier,
    owners: ownersOf(settings),
    today,
    componentsOf: componentsAmong(relatives(steps)),
  });
  // Only here is known what the waivers of these rules hit. That one waits for its change is no mistake.
  const target = steps.find(({ type }) => type === tokens.stackProfile)?.urn ?? changes.urn;
  const own = ask(waiverWithinMax, target, bench, () => judgeWithinMax(waived.outcomes));
  return [...waived.results, ...own.filter(isFinding)];
}

function relatives(steps: readonly PreviewStep[]) {
  const byUrn = new Map(steps.map((step) => [step.urn, step]));
  return (urn: string): Relative | undefined => {
    const step = byUrn.get(urn);
    if (!step) return undefined;
    const { type, component = false, old, new: now } = step;
    return { type, name: parseUrn(urn).name, component, parent: now?.parent ?? old?.parent };
  };
}

function stackUrn(project: string, stack: string): string {
  return `urn:pulumi:${stack}::${project}::pulumi:pulumi:Stack::${project}-${stack}`;
}
