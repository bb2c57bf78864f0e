import { type DemandKey, type Demands, everyDemand } from "./demands";
import type { Protection } from "./protection";

/** Demands that somebody passes by: surely, or perhaps. */
export interface Escapes {
  sure: readonly DemandKey[];
  open: readonly DemandKey[];
}

/** What is asked of most and not of all. A demand that another rule makes of everybody is passed by nobody. */
export function escapesOf({ demands, inescapable }: Pick<Protection, "demands" | "inescapable">) {
  const states = everyDemand.map((key) => ({ key, escape: escapeOf(key, demands, inescapable) }));
  return {
    sure: states.filter(({ escape }) => escape === true).map(({ key }) => key),
    open: states.filter(({ escape }) => escape === "open").map(({ key }) => key),
  } satisfies Escapes;
}

function escapeOf(key: DemandKey, asked: Demands, kept: Demands): boolean | "open" {
  if (key === "approvals") {
    if (kept.approvals.count >= asked.approvals.count) return false;
    return kept.approvals.open ? "open" : true;
  }
  if (key === "checks") {
    if (asked.checks.names.every((name) => kept.checks.names.includes(name))) return false;
    return kept.checks.open ? "open" : true;
  }
  if (asked[key] !== true || kept[key] === true) return false;
  return kept[key] === "open" ? "open" : true;
}

/** Whether a rule makes a demand, or may. */
export function makes(demands: Demands, key: DemandKey): boolean {
  if (key === "approvals") return demands.approvals.open || demands.approvals.count > 0;
  if (key === "checks") return demands.checks.open || demands.checks.names.length > 0;
  return demands[key] !== false;
}

/** What people call each demand. */
export const demandTexts: Readonly<Record<DemandKey, string>> = {
  pullRequest: "pull requests",
  approvals: "approving reviews",
  staleReviewsDismissed: "dismissal of stale reviews",
  codeOwnerReview: "review by code owners",
  lastPushApproved: "approval of the last push",
  conversationsResolved: "resolved conversations",
  checks: "required checks",
  upToDate: "branches up to date",
  noForcePushes: "no force pushes",
  noDeletion: "no deletion",
  linearHistory: "linear history",
  signedCommits: "signed commits",
};
