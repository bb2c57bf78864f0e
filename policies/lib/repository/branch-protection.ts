import type { DeclaredResource } from "../../../core/resource";
import { readProperty } from "../../../core/value";
import { type Asked, type DemandKey, type Demands, everyDemand } from "./demands";
import {
  type Bypass,
  type Path,
  type ProtectionSource,
  asked,
  count,
  howMany,
  names,
  without,
} from "./protection-source";

/** GitHub knows one of each; the provider makes lists of them. */
const reviews = ["requiredPullRequestReviews", 0] as const;
const checks = ["requiredStatusChecks", 0] as const;
/** What GitHub asks for when reviews are required and their number is left out. */
const usualApprovals = 1;

const reviewDemands = [
  "pullRequest",
  "approvals",
  "staleReviewsDismissed",
  "codeOwnerReview",
  "lastPushApproved",
] as const satisfies readonly DemandKey[];
const pushDemands: readonly DemandKey[] = ["noForcePushes"];

/** A branch protection rule, the classic kind: what it asks of the branches that it is for. */
export function readBranchProtection(resource: DeclaredResource): ProtectionSource {
  const demands = demandsOf(resource);
  const admins = not(asked(resource, ["enforceAdmins"]));
  const reviewersPass = anyListed(resource, [...reviews, "pullRequestBypassers"]);
  const pushersPass = anyListed(resource, ["forcePushBypassers"]);
  const kept = without(demands, reviewersPass, reviewDemands);
  return {
    resource,
    demands,
    inescapable: without(without(kept, pushersPass, pushDemands), admins, everyDemand),
    bypasses: bypassesOf(resource),
    places,
  };
}

function demandsOf(resource: DeclaredResource): Demands {
  const review = (property: string): Asked => asked(resource, [...reviews, property]);
  return {
    pullRequest: present(resource, reviews),
    staleReviewsDismissed: review("dismissStaleReviews"),
    codeOwnerReview: review("requireCodeOwnerReviews"),
    lastPushApproved: review("requireLastPushApproval"),
    conversationsResolved: asked(resource, ["requireConversationResolution"]),
    upToDate: asked(resource, [...checks, "strict"]),
    noForcePushes: not(asked(resource, ["allowsForcePushes"])),
    noDeletion: not(asked(resource, ["allowsDeletions"])),
    linearHistory: asked(resource, ["requiredLinearHistory"]),
    signedCommits: asked(resource, ["requireSignedCommits"]),
    approvals: approvalsOf(resource),
    checks: names(resource, [...checks, "contexts"]),
  };
}

function approvalsOf(resource: DeclaredResource) {
  const usual = present(resource, reviews) === true ? usualApprovals : 0;
  return count(resource, [...reviews, "requiredApprovingReviewCount"], usual);
}

function bypassesOf(resource: DeclaredResource): Bypass[] {
  const reviewers = `${reviews[0]}[0].pullRequestBypassers`;
  const rows: [passes: Asked, bypass: Bypass][] = [
    [
      not(asked(resource, ["enforceAdmins"])),
      {
        who: "administrators",
        property: "enforceAdmins",
        input: "protection.enforceAdmins",
        keys: everyDemand,
      },
    ],
    [
      anyListed(resource, [...reviews, "pullRequestBypassers"]),
      { who: "whoever may pass by reviews", property: reviewers, keys: reviewDemands },
    ],
    [
      anyListed(resource, ["forcePushBypassers"]),
      { who: "whoever may push by force", property: "forcePushBypassers", keys: pushDemands },
    ],
  ];
  return rows.flatMap(([passes, bypass]) => (passes === false ? [] : [bypass]));
}

const places: ProtectionSource["places"] = {
  pullRequest: "requiredPullRequestReviews",
  approvals: "requiredPullRequestReviews[0].requiredApprovingReviewCount",
  staleReviewsDismissed: "requiredPullRequestReviews[0].dismissStaleReviews",
  codeOwnerReview: "requiredPullRequestReviews[0].requireCodeOwnerReviews",
  lastPushApproved: "requiredPullRequestReviews[0].requireLastPushApproval",
  conversationsResolved: "requireConversationResolution",
  checks: "requiredStatusChecks[0].contexts",
  upToDate: "requiredStatusChecks[0].strict",
  noForcePushes: "allowsForcePushes",
  noDeletion: "allowsDeletions",
  linearHistory: "requiredLinearHistory",
  signedCommits: "requireSignedCommits",
};

const not = (flag: Asked): Asked => (flag === "open" ? "open" : !flag);

function present({ inputs }: DeclaredResource, path: Path): Asked {
  const { state } = readProperty(inputs, path);
  return state === "unknown" ? "open" : state === "known";
}

function anyListed(resource: DeclaredResource, path: Path): Asked {
  const found = howMany(resource, path);
  return found === "open" ? "open" : found > 0;
}
