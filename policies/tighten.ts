import type { z } from "zod";
import { type Tier, unknownModes } from "../core/profile";
import { type Floor, type Tighter, floors, unknownFloors } from "./floors";
import type { OptionProblem } from "./judgement";
import type { RunSettings } from "./profile";
import { changeRules } from "./change-rules";
import { budgetLimits } from "./lib/budget/limits";

/** What planning needs to know of a rule: change rules are planned like the others. */
export interface OptionedRule {
  id: string;
  options: z.ZodObject;
}

export type Options = Readonly<Record<string, unknown>>;

/** The options of every rule for one stack: the tier's floors, tightened where the stack says so. */
export interface PlannedOptions {
  optionsOf: (rule: OptionedRule) => Options;
  problems: readonly OptionProblem[];
}

export function planOptions(rules: readonly OptionedRule[], settings: RunSettings): PlannedOptions {
  const all = [...rules, ...changeRules];
  const plans = new Map(all.map((rule) => [rule.id, planRule(rule, settings)]));
  const unheard = Object.keys(settings.rules).filter((id) => !plans.has(id));
  return {
    optionsOf: (rule) => plans.get(rule.id)?.options ?? {},
    problems: [
      ...unheard.map((id) => unreadable(`rules.${id}`, "no rule of that name", "a rule's id")),
      ...[...plans.values()].flatMap(({ problems }) => problems),
    ],
  };
}

/** The way with unknowns that holds: never gentler than the tier's floor. */
export function planUnknown({ tier, onUnknown }: RunSettings): {
  onUnknown: RunSettings["onUnknown"];
  problems: readonly OptionProblem[];
} {
  const floor = unknownFloors[tier];
  if (unknownModes.indexOf(onUnknown) <= unknownModes.indexOf(floor)) {
    return { onUnknown, problems: [] };
  }
  const problem = { kind: "loosened", path: "onUnknown", found: onUnknown, wanted: floor } as const;
  return { onUnknown: floor, problems: [problem] };
}

interface RulePlan {
  options: Options;
  problems: OptionProblem[];
}

/** A value that a stack asks for, and where it does. */
interface Asked {
  option: string;
  asked: unknown;
  path: string;
}

function planRule(rule: OptionedRule, settings: RunSettings): RulePlan {
  const { tier } = settings;
  return askedFor(rule.id, settings).reduce<RulePlan>(
    ({ options, problems }, { option, asked, path }) => {
      const problem = optionProblem(rule, { option, asked, path }, tier);
      if (problem) return { options, problems: [...problems, problem] };
      const tighter = floors[rule.id]?.[option]?.tighter;
      // A stack can ask twice: the tighter value holds.
      const held = options[option] as number | readonly string[];
      const isTighter = tighter && !isLooser[tighter](asked, held);
      return { options: { ...options, ...(isTighter && { [option]: asked }) }, problems };
    },
    { options: floorOf(rule.id, tier), problems: [] },
  );
}

function askedFor(id: string, { rules, budget }: RunSettings): Asked[] {
  const own = Object.entries(rules[id] ?? {}).map(([option, asked]) => {
    return { option, asked, path: `rules.${id}.${option}` };
  });
  const limits = Object.entries(budgetLimits[id] ?? {}).map(([option, { path, of }]) => {
    return { option, asked: budget && of(budget), path: `budget.${path}` };
  });
  return [...own, ...limits.filter(({ asked }) => asked !== undefined)];
}

function floorOf(id: string, tier: Tier): Options {
  const options = Object.entries(floors[id] ?? {});
  return Object.fromEntries(options.map(([name, floor]) => [name, floor.tiers[tier]]));
}

function optionProblem(
  rule: OptionedRule,
  { option, asked, path }: Asked,
  tier: Tier,
): OptionProblem | undefined {
  const floor = floors[rule.id]?.[option];
  if (!Object.hasOwn(rule.options.shape, option) || !floor) {
    const known = Object.keys(rule.options.shape).join(", ") || "no options";
    return unreadable(path, "an option that the rule does not have", known);
  }
  if (!rule.options.safeParse({ ...floorOf(rule.id, tier), [option]: asked }).success) {
    return unreadable(path, "a value that the option cannot take", describe(floor, tier));
  }
  if (!isLooser[floor.tighter](asked, floor.tiers[tier])) return undefined;
  return { kind: "loosened", path, found: show(asked), wanted: describe(floor, tier) };
}

const isLooser: Record<Tighter, (asked: unknown, floor: number | readonly string[]) => boolean> = {
  higher: (asked, floor) => !(Number(asked) >= Number(floor)),
  lower: (asked, floor) => !(Number(asked) <= Number(floor)),
  fewer: (asked, floor) => listOf(asked).some((item) => !listOf(floor).includes(item)),
  more: (asked, floor) => listOf(floor).some((item) => !listOf(asked).includes(item)),
};

const wording: Record<Tighter, string> = {
  higher: "at least",
  lower: "at most",
  fewer: "none but",
  more: "at least",
};

function describe({ tighter, tiers }: Floor, tier: Tier): string {
  return `${wording[tighter]} ${show(tiers[tier])}`;
}

function show(value: unknown): string {
  return Array.isArray(value) ? value.join(", ") : String(value);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

function unreadable(path: string, found: string, wanted: string): OptionProblem {
  return { kind: "unreadable", path, found, wanted };
}
