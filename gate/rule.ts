import type { z } from "zod";
import type { Answers, RuleContext, RuleText } from "../policies/rule";
import type { ChangeSet } from "./change";

/** Judges what an update would do to what is there. Its text, options, levels and waivers are those of every rule. */
export interface ChangeRule<Schema extends z.ZodObject = z.ZodObject> extends RuleText<Schema> {
  appliesTo: "changes";
  check(changes: ChangeSet, context: RuleContext<z.infer<Schema>>): Answers;
}

/** Types a rule by its options. */
export function defineChangeRule<S extends z.ZodObject>(rule: ChangeRule<S>): ChangeRule<S> {
  return rule;
}
