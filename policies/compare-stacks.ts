import type { RuleResult } from "../core/finding";
import type { DeclaredResource } from "../core/resource";
import { betweenCatalogue } from "./between/catalogue";
import { betweenRuleIds } from "./between/ids";
import type { BetweenRule, Member } from "./between/rule";
import { ask } from "./judge";
import { readProfile } from "./profile";
import { stackView } from "./stack-view";
import { isFinding } from "./verdict";
import { applyWaivers } from "./waivers/apply";
import { componentsAmong } from "./waivers/target";
import { ownersOf } from "./lib/owners";

/** A stack as the program declares it. */
export interface ComparedStack {
  /** `prod` */
  stack: string;
  resources: readonly DeclaredResource[];
}

export interface ComparisonInput {
  /** One that is named twice counts once. */
  stacks: readonly ComparedStack[];
  clock: Date;
  /** All of them when left out. */
  rules?: readonly BetweenRule[];
}

/**
 * What is wrong between stacks that are each right by themselves: findings alone, each about the one stack that has to
 * change. A stack's own profile says how strictly, and its own waivers cover them.
 */
export function compareStacks({
  stacks,
  clock,
  rules = betweenCatalogue,
}: ComparisonInput): RuleResult[] {
  const members = [...new Map(stacks.map((one) => [one.stack, memberOf(one)])).values()];
  const today = clock.toISOString().slice(0, 10);
  return members.flatMap((own) => {
    const others = members.filter((other) => other !== own);
    return others.length === 0 ? [] : waived(own, today, judge({ own, others, rules, today }));
  });
}

function memberOf({ stack, resources }: ComparedStack): Member {
  const view = stackView(resources, stack);
  return { stack, view, settings: readProfile(view, stack).settings };
}

interface Comparison {
  own: Member;
  others: readonly Member[];
  rules: readonly BetweenRule[];
  today: string;
}

function judge({ own, others, rules, today }: Comparison): RuleResult[] {
  const bench = { settings: own.settings, optionsOf: () => ({}), today };
  return rules.flatMap((rule) =>
    ask(rule, own.view.urn, bench, () => rule.check(own, others)).filter(isFinding),
  );
}

function waived({ view, settings }: Member, today: string, results: RuleResult[]): RuleResult[] {
  const componentsOf = componentsAmong((urn) => {
    const one = view.get(urn);
    return one && { ...one, component: !one.custom };
  });
  return applyWaivers(results, {
    waivers: settings.waivers,
    known: betweenRuleIds,
    elsewhere: new Set(),
    unwaivable: new Map(),
    tier: settings.tier,
    owners: ownersOf(settings),
    today,
    componentsOf,
  }).results;
}
