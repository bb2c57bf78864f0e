import { families } from "../policies/catalogue";
import type { Rule } from "../policies/rule";
import { changeCatalogue } from "./catalogue";
import type { ChangeRule } from "./rule";

/** A rule of the pack, or one that the gate judges on a preview. */
export type AnyRule = Rule | ChangeRule;

/** Every rule by family, families sorted: those of the pack, and those that a preview is held to. */
export const allFamilies: Readonly<Record<string, readonly AnyRule[]>> = Object.fromEntries(
  Object.entries<readonly AnyRule[]>({ ...families, change: changeCatalogue }).sort(
    ([one], [other]) => (one < other ? -1 : 1),
  ),
);

/** What a rule judges: types of resources, or in words what no type names. */
export function judgedBy({ appliesTo }: AnyRule): string | readonly string[] {
  if (appliesTo === "changes") return "what a preview says would change";
  if (appliesTo === "stack") return "the whole stack";
  if (appliesTo === "profile") return "by what the stack is judged; cannot be waived";
  return appliesTo.includes("*") ? "every resource of a provider" : appliesTo;
}
