import type { ProblemPlace } from "./errors";
import type { RuleResult } from "./finding";
import type { SourcePlace } from "./resource";

/** A rule's answer with what only its reader knows: the places that decide it and the rule's own advice. */
export interface PlacedResult extends RuleResult {
  /** In the stack file. */
  place?: ProblemPlace;
  /** In the program: the call that declares it. Known offline only. */
  source?: SourcePlace;
  /** The component that declares it, where nobody can tell a place in the program: `HostingProject web`. */
  component?: string;
  /** Where the waiver stands that covers it. */
  waiverPlace?: ProblemPlace;
  fix?: string;
}
