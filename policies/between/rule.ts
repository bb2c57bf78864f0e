import type { StackView } from "../stack-view";
import type { RunSettings } from "../profile";
import type { Answers, RuleText } from "../rule";

/** One of the stacks that are compared. */
export interface Member {
  /** `prod` */
  stack: string;
  view: StackView;
  settings: RunSettings;
}

/** Judges one stack beside the others. Its text, levels and waivers are those of every rule; it has no options. */
export interface BetweenRule extends RuleText {
  appliesTo: "stacks";
  check(own: Member, others: readonly Member[]): Answers;
}
