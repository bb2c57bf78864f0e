import type { Tier } from "../core/profile";
import type { DeclaredResource } from "../core/resource";
import type { ProfileProblem } from "./profile";
import type { WaiverOutcome } from "./waivers/outcome";

/** An option that a stack sets and that does not count, with what holds instead. */
export interface OptionProblem {
  kind: "loosened" | "unreadable";
  /** Path below the profile's inputs: `rules.hsts-max-age.minSeconds`, `onUnknown`. */
  path: string;
  found: string;
  wanted: string;
}

/** How a stack came to be judged as it was: what rules about the profile look at. */
export interface Judgement {
  stackName: string;
  /** `YYYY-MM-DD` in UTC. */
  today: string;
  profiles: readonly DeclaredResource[];
  /** Why the one profile there is cannot be read. */
  problems: readonly ProfileProblem[];
  /** What the profile says, and what the stack's name says. */
  declaredTier?: Tier;
  namedTier?: Tier;
  /** Options that the stack sets and that do not count. */
  optionProblems: readonly OptionProblem[];
  waivers: readonly WaiverOutcome[];
}
