import { stringify } from "yaml";
import { type Tier, tiers } from "../../core/profile";
import { tierNamedBy } from "../../core/tier";
import type { AnyRule } from "../../gate/families";
import { catalogue } from "../../policies/catalogue";
import { unwaivableOf } from "../../policies/waivers/terms";

/** Where a waiver would stand, and who would answer for it. */
export interface WaiverPlace {
  stack: string;
  owner: string;
  clock: Date;
}

const daysAhead = 30;
const dayMs = 86_400_000;

/** A waiver of the rule to paste into the stack's file: what only the finding and a person tell stands in angle brackets. */
export function waiverSnippet(rule: AnyRule, { stack, owner, clock }: WaiverPlace): string {
  const lastDay = new Date(clock.getTime() + daysAhead * dayMs).toISOString().slice(0, 10);
  return [
    `# Pulumi.${stack}.yaml`,
    "groundwork:policy:",
    "  waivers:",
    `    - rule: ${rule.id}`,
    "      target: <name of the resource, as the finding gives it>",
    "      reason: <why this is right until then>",
    `      owner: ${stringify(owner).trimEnd()}`,
    // In quotes: YAML of the engine reads a bare date as a time.
    `      expires: "${lastDay}"`,
  ].join("\n");
}

/** Why no waiver of the rule is taken; undefined when it can be waived. */
export function whyUnwaivable({ id }: AnyRule): string | undefined {
  const aboutProfile = catalogue.filter(({ appliesTo }) => appliesTo === "profile");
  return unwaivableOf(aboutProfile.map((rule) => rule.id)).get(id);
}

/** Of these stacks the one nearest to users, by the name's tier. */
export function nearestToUsers(stacks: readonly string[]): string | undefined {
  const rank = (stack: string) => tiers.indexOf(tierNamedBy(stack) ?? ("" as Tier));
  return stacks.toSorted((one, other) => rank(other) - rank(one))[0];
}
