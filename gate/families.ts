import { betweenCatalogue } from "../policies/between/catalogue";
import type { BetweenRule } from "../policies/between/rule";
import { families } from "../policies/catalogue";
import type { Rule } from "../policies/rule";
import { changeCatalogue } from "./catalogue";
import type { ChangeRule } from "./rule";

/** A rule of the pack, one that the gate judges on a preview, or one about several stacks. */
export type AnyRule = Rule | ChangeRule | BetweenRule;

/** Every rule by family, families sorted: those of the pack, of previews, and of several stacks. */
export const allFamilies: Readonly<Record<string, readonly AnyRule[]>> = Object.fromEntries(
  Object.entries<readonly AnyRule[]>({
    ...families,
    between: betweenCatalogue,
    change: changeCatalogue,
  }).sort(([one], [other]) => (one < other ? -1 : 1)),
);

/** What a rule judges: types of resources, or in words what no type names. */
export function judgedBy({ appliesTo }: AnyRule): string | readonly string[] {
  if (appliesTo === "changes") return "what a preview says would change";
  if (appliesTo === "stacks") return "stacks that are checked together";
  if (appliesTo === "stack") return "the whole stack";
  if (appliesTo === "profile") return "by what the stack is judged; cannot be waived";
  return appliesTo.includes("*") ? "every resource of a provider" : appliesTo;
}
