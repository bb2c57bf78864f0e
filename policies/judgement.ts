import type { Tier } from "../core/profile";
import type { DeclaredResource } from "../core/resource";
import type { ProfileProblem } from "./profile";
import type { OptionProblem } from "./tighten";
import type { WaiverOutcome } from "./waivers";

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
