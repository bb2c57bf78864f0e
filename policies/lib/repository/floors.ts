import { requiredChecks } from "../../../catalogue/required-checks";
import { type Floor, everywhere } from "../floor";

/** One repository serves every stack, so that few of its floors depend on the tier of the stack that declares it. */
export const repositoryFloors: Readonly<Record<string, Readonly<Record<string, Floor>>>> = {
  "approving-reviews-required": {
    min: { tighter: "higher", tiers: everywhere(2) },
  },
  "collaborators-limited": {
    allowed: { tighter: "fewer", tiers: everywhere(["pull", "triage", "push"]) },
  },
  "environment-reviewers": {
    min: { tighter: "higher", tiers: { dev: 0, staging: 0, prod: 1 } },
  },
  "environment-wait-timer": {
    minMinutes: { tighter: "higher", tiers: { dev: 0, staging: 0, prod: 5 } },
  },
  "required-checks-complete": {
    required: { tighter: "more", tiers: everywhere(requiredChecks.map(({ name }) => name)) },
  },
  "scorecard-branch-protection": {
    // 8, 9 and 10 of Scorecard's 10 points.
    minTier: { tighter: "higher", tiers: { dev: 3, staging: 4, prod: 5 } },
  },
  "team-access-limited": {
    allowed: { tighter: "fewer", tiers: everywhere(["pull", "triage", "push", "maintain"]) },
  },
};
