import "../core/parse-once";
import type { RuleResult } from "../core/finding";
import type { DeclaredResource } from "../core/resource";
import { catalogue } from "./catalogue";
import { betweenRuleIds } from "./between/ids";
import { changeRuleIds } from "./change-rules";
import { type Bench, ask, nothingToJudge } from "./judge";
import type { Judgement, OptionProblem } from "./judgement";
import { type RunSettings, readProfile, readSettings } from "./profile";
import type { ProfileRule, ResourceRule, Rule, StackRule } from "./rule";
import { type StackView, stackView } from "./stack-view";
import { planOptions, planUnknown } from "./tighten";
import { applyWaivers } from "./waivers/apply";
import { type Relative, componentsAmong } from "./waivers/target";
import { ownersOf } from "./lib/owners";
import { unwaivableOf } from "./waivers/terms";

export interface RunInput {
  resources: readonly DeclaredResource[];
  /** The stack's name: `prod`. */
  stack: string;
  clock: Date;
  /** The whole catalogue when left out. */
  rules?: readonly Rule[];
  /** Rules that are judged by somebody else: their waivers and options are known here, and no more. */
  elsewhere?: readonly Rule[];
}

/**
 * Judges a stack: the one judge of the offline check, the policy pack and an audit of existing state.
 * The stack's `StackProfile` says by what. Results come in one order whatever the order of the resources.
 * A rule that throws answers `error`, which is mandatory and cannot be waived; nothing throws through.
 */
export function run(input: RunInput): RuleResult[] {
  const { resources, stack, clock, rules = catalogue, elsewhere = [] } = input;
  const view = stackView(resources, stack);
  const { settings, ...profile } = readProfile(view, stack);
  const today = dayOf(clock);
  const { bench, optionProblems } = prepare([...rules, ...elsewhere], settings, today);
  const judged = rules.filter(isDeclarationRule).flatMap((rule) => judge(rule, view, bench));
  const componentsOf = componentsAmong(relatives((urn) => view.get(urn)));
  const terms = waiverInput({ rules, elsewhere, settings, today });
  const waived = applyWaivers(judged, { ...terms, componentsOf });
  const judgement: Judgement = {
    ...profile,
    stackName: stack,
    today,
    optionProblems,
    waivers: waived.outcomes,
  };
  const target = profile.profiles[0]?.urn ?? view.urn;
  const own = rules
    .filter(isProfileRule)
    .flatMap((rule) => ask(rule, target, bench, (context) => rule.check(judgement, context)));
  return [...waived.results, ...own].sort(inReportOrder);
}

export interface EarlyJudgeInput extends Omit<RunInput, "resources"> {
  /** The inputs of the stack's profile, known before anything was declared. */
  profile: unknown;
  /** The resources shown so far by URN, parents before children: waivers can name a component. */
  shown?: ReadonlyMap<string, DeclaredResource>;
}

/**
 * Judges one resource after the other before it is made, by the rules that need no other. Says nothing about the stack,
 * which `run` judges when all of it is known, and nothing that is unknown: from what an input is computed, by which a
 * rule may know enough of it, the engine shows only at the end.
 */
export function earlyJudge(input: EarlyJudgeInput): (resource: DeclaredResource) => RuleResult[] {
  const { stack, clock, profile, shown, rules = catalogue, elsewhere = [] } = input;
  const { settings } = readSettings(profile, stack);
  const today = dayOf(clock);
  const { bench } = prepare([...rules, ...elsewhere], settings, today);
  const early = rules.filter(isResourceRule);
  const waivers = waiverInput({ rules, elsewhere, settings, today });
  return (resource) => {
    const results = early
      .filter((rule) => concerns(rule, resource))
      .flatMap((rule) => judgeResource(rule, resource, bench))
      .filter(({ state }) => state !== "unknown");
    const componentsOf = componentsAmong(
      relatives((urn) => (urn === resource.urn ? resource : shown?.get(urn))),
    );
    return applyWaivers(results, { ...waivers, componentsOf }).results.sort(inReportOrder);
  };
}

function prepare(
  rules: readonly Rule[],
  settings: RunSettings,
  today: string,
): { bench: Bench; optionProblems: OptionProblem[] } {
  const options = planOptions(rules, settings);
  const { onUnknown, problems } = planUnknown(settings);
  return {
    bench: { settings: { ...settings, onUnknown }, optionsOf: options.optionsOf, today },
    optionProblems: [...problems, ...options.problems],
  };
}

function judge(rule: ResourceRule | StackRule, view: StackView, bench: Bench): RuleResult[] {
  const results = isResourceRule(rule)
    ? concernedBy(rule, view).flatMap((resource) => judgeResource(rule, resource, bench))
    : ask(rule, view.urn, bench, (context) => rule.check(view, context));
  return results.length > 0 ? results : [nothingToJudge(rule, view.urn)];
}

function judgeResource(rule: ResourceRule, resource: DeclaredResource, bench: Bench): RuleResult[] {
  return ask(rule, resource.urn, bench, (context) => rule.check(resource, context));
}

const anyType = "*";

function concernedBy({ appliesTo }: ResourceRule, view: StackView): readonly DeclaredResource[] {
  if (!appliesTo.includes(anyType)) return appliesTo.flatMap((type) => view.ofType(type));
  return view.resources.filter((resource) => concerns({ appliesTo }, resource));
}

function concerns(
  { appliesTo }: Pick<ResourceRule, "appliesTo">,
  { type, custom }: DeclaredResource,
): boolean {
  return appliesTo.includes(type) || (custom && appliesTo.includes(anyType));
}

function isResourceRule(rule: Rule): rule is ResourceRule {
  return typeof rule.appliesTo !== "string";
}

function isProfileRule(rule: Rule): rule is ProfileRule {
  return rule.appliesTo === "profile";
}

function isDeclarationRule(rule: Rule): rule is ResourceRule | StackRule {
  return !isProfileRule(rule);
}

interface WaiverCircumstances {
  rules: readonly Rule[];
  elsewhere: readonly Rule[];
  settings: RunSettings;
  today: string;
}

function waiverInput({ rules, elsewhere, settings, today }: WaiverCircumstances) {
  const others = [...elsewhere.map(({ id }) => id), ...changeRuleIds, ...betweenRuleIds];
  const profileRules = [...rules, ...elsewhere].filter(isProfileRule);
  return {
    waivers: settings.waivers,
    known: new Set([...rules.map(({ id }) => id), ...others]),
    elsewhere: new Set(others),
    unwaivable: unwaivableOf(profileRules.map(({ id }) => id)),
    tier: settings.tier,
    owners: ownersOf(settings),
    today,
  };
}

function relatives(get: (urn: string) => DeclaredResource | undefined) {
  return (urn: string): Relative | undefined => {
    const one = get(urn);
    return one && { ...one, component: !one.custom };
  };
}

/** `YYYY-MM-DD` in UTC. */
function dayOf(clock: Date): string {
  return clock.toISOString().slice(0, 10);
}

function inReportOrder(a: RuleResult, b: RuleResult): number {
  const [one, other] = [placeOf(a), placeOf(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}

function placeOf({ rule, urn, property = "", input = "", state, message }: RuleResult): string {
  return [rule, urn, property, input, state, message].join("\0");
}
