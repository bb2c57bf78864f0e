import { suggest } from "../../config/suggest";
import type { Level } from "../../core/finding";
import { UserError } from "../../core/errors";
import { type Tier, tiers } from "../../core/profile";
import { type AnyRule, allFamilies } from "../../gate/families";
import { levelOf } from "../../policies/levels";

/** A rule with the family that it belongs to. */
export interface BookRule {
  family: string;
  rule: AnyRule;
}

/** Every rule there is, by family and then as the family lists them. */
export const ruleBook: readonly BookRule[] = Object.entries(allFamilies).flatMap(
  ([family, rules]) => rules.map((rule) => ({ family, rule })),
);

/** What a rule does to a run, tier by tier. */
export function levelsOf({ id }: AnyRule): Record<Tier, Level> {
  const levels = tiers.map((tier) => [tier, levelOf(id, tier)] as const);
  return Object.fromEntries(levels) as Record<Tier, Level>;
}

/** The rule of that id; whoever mistypes it is told the nearest one. */
export function findRule(id: string): BookRule {
  const found = ruleBook.find(({ rule }) => rule.id === id);
  if (found) return found;
  throw noSuch("rule", id, {
    known: ruleBook.map(({ rule }) => rule.id),
    otherwise: "npx groundwork rules lists them",
  });
}

export interface RuleFilter {
  family?: string;
  topic?: string;
}

/** The rules of a family, about a topic, or both. A family or topic that no rule has is refused. */
export function rulesOf({ family, topic }: RuleFilter): BookRule[] {
  const topics = [...new Set(ruleBook.flatMap(({ rule }) => rule.topics))].sort();
  expectOneOf("family", family, Object.keys(allFamilies));
  expectOneOf("topic", topic, topics);
  return ruleBook.filter(
    (one) =>
      (family === undefined || one.family === family) &&
      (topic === undefined || one.rule.topics.includes(topic)),
  );
}

function expectOneOf(what: string, given: string | undefined, known: readonly string[]) {
  if (given === undefined || known.includes(given)) return;
  const allowed = `one of ${known.join(", ")}`;
  throw noSuch(what, given, { known, allowed, otherwise: "name one of these" });
}

interface Known {
  known: readonly string[];
  allowed?: string;
  /** What to do when nothing known is near. */
  otherwise: string;
}

function noSuch(what: string, given: string, { known, allowed, otherwise }: Known): UserError {
  const meant = suggest(given, known);
  const problem = {
    where: {},
    found: `no ${what} named "${given}"`,
    ...(allowed !== undefined && { allowed }),
    fix: meant === undefined ? otherwise : `did you mean ${meant}?`,
  };
  return new UserError([problem], 2);
}
