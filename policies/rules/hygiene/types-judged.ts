import { z } from "zod";
import { groupBy } from "../../../core/group";
import type { DeclaredResource } from "../../../core/resource";
import { packageOf } from "../../../core/urn";
import { isAccountedFor } from "../../lib/hygiene/judged-types";
import { iso } from "../../lib/references";
import { type Answer, defineRule, fail, notApplicable, pass } from "../../rule";

/** As many as a line holds; the count says how many more there are. */
const namedAtMost = 3;

export const typesJudged = defineRule({
  id: "types-judged",
  title: "Rules know every type of resource in the stack",
  why: "What no rule judges can be public, unencrypted or without an owner while the report says that everything holds.",
  fix: "Look at it yourself and waive it with what you found, or write a rule for it: npm run new rule.",
  severity: "low",
  topics: ["hygiene", "governance"],
  references: [iso("A.5.36")],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) => {
    const managed = stack.resources.filter(isManaged);
    if (managed.length === 0) return notApplicable("no provider manages anything in the stack");
    const strange = managed.filter(({ type }) => !isAccountedFor(type));
    if (strange.length === 0) return pass();
    return [...groupBy(strange, ({ type }) => type).values()].flatMap(judgeType);
  },
});

/** Providers themselves, and what the engine reads of other stacks, are nobody's resources. */
function isManaged({ custom, type }: DeclaredResource): boolean {
  return custom && packageOf(type) !== "pulumi";
}

/** One answer for all of a type, about the first of them. */
function judgeType(resources: readonly DeclaredResource[]): Answer[] {
  const names = resources.slice(0, namedAtMost).map(({ name }) => name);
  const more = resources.length - names.length;
  const all = [...names, ...(more > 0 ? [`${more} more`] : [])].join(", ");
  return resources.slice(0, 1).map(({ urn, type }) => {
    const message = `found the type ${type}, which no rule judges: ${all}`;
    return fail({ urn, found: type, wanted: "a type that rules know", message });
  });
}
