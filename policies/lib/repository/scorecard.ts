import type { Asked, Demands } from "./demands";

/** What Scorecard's Branch-Protection check looks at. */
export interface ScorecardInput {
  demands: Demands;
  /** Whether administrators are bound by all of it. */
  adminsBound: Asked;
  /** Whether the repository has a CODEOWNERS file: without one, GitHub asks no code owner. */
  codeOwnersFile: Asked;
}

export interface ScorecardResult {
  /** The highest tier that is met in full, 0 to 5; each needs those below it. */
  tier: number;
  /** 0 to 10, as Scorecard rounds it: a tier that is met in part gives part of its points. */
  score: number;
  /** What the next tier lacks; nothing at tier 5. */
  lacking: readonly string[];
}

interface Requirement {
  what: string;
  /** Its share of the tier's points. */
  weight: number;
  holds: (input: ScorecardInput) => Asked;
}

interface Tier {
  points: number;
  requirements: readonly Requirement[];
}

const one = (what: string, holds: Requirement["holds"]): Requirement => ({
  what,
  weight: 1,
  holds,
});

const approvals =
  (least: number) =>
  ({ demands: { approvals } }: ScorecardInput): Asked =>
    approvals.count >= least || (approvals.open && "open");

const someCheck = ({ demands: { checks } }: ScorecardInput): Asked =>
  checks.names.length > 0 || (checks.open && "open");

const ownersAsked = ({ demands, codeOwnersFile }: ScorecardInput): Asked => {
  const both = [demands.codeOwnerReview, codeOwnersFile];
  if (both.includes(false)) return false;
  return both.includes("open") ? "open" : true;
};

/**
 * Tiers and weights of Scorecard 5, as an administrator's token sees them.
 * Source: docs/checks.md#branch-protection and checks/evaluation/branch_protection.go of ossf/scorecard.
 */
const tiers: readonly Tier[] = [
  {
    points: 3,
    requirements: [
      one("force pushes blocked", ({ demands }) => demands.noForcePushes),
      one("deletion blocked", ({ demands }) => demands.noDeletion),
    ],
  },
  {
    points: 3,
    requirements: [
      { what: "1 approving review", weight: 2, holds: approvals(1) },
      one("pull requests for every change", ({ demands }) => demands.pullRequest),
      one("branches up to date before merging", ({ demands }) => demands.upToDate),
      one("approval of the last push", ({ demands }) => demands.lastPushApproved),
    ],
  },
  { points: 2, requirements: [one("1 required check", someCheck)] },
  {
    points: 1,
    requirements: [
      one("2 approving reviews", approvals(2)),
      one("review by the owners in a CODEOWNERS file", ownersAsked),
    ],
  },
  {
    points: 1,
    requirements: [
      one("stale reviews dismissed", ({ demands }) => demands.staleReviewsDismissed),
      one("rules that bind administrators", ({ adminsBound }) => adminsBound),
    ],
  },
];

export const highestTier = tiers.length;

/** Scores a branch; `open` says how what is not known yet counts. */
export function scorecard(input: ScorecardInput, open: boolean): ScorecardResult {
  const holds = (requirement: Requirement) => {
    const held = requirement.holds(input);
    return held === "open" ? open : held;
  };
  let score = 0;
  for (const [tier, { points, requirements }] of tiers.entries()) {
    const met = requirements.filter(holds);
    score += (points * weightOf(met)) / weightOf(requirements);
    if (met.length < requirements.length) {
      const lacking = requirements.filter((one) => !met.includes(one)).map(({ what }) => what);
      return { tier, score: Math.floor(score), lacking };
    }
  }
  return { tier: highestTier, score, lacking: [] };
}

const weightOf = (requirements: readonly Requirement[]): number =>
  requirements.reduce((sum, { weight }) => sum + weight, 0);
