import type { DeclaredResource } from "../../../core/resource";
import { readProperty } from "../../../core/value";
import { itemsOf } from "../lists";
import { textOf } from "../text";
import type { Asked, Demands } from "./demands";
import { everyDemand, noDemands, perhaps } from "./demands";
import { type ProtectionSource, asked, count, howMany, names } from "./protection-source";
import { matchesRef } from "./ref-pattern";

const pull = ["rules", "pullRequest"] as const;
const checks = ["rules", "requiredStatusChecks"] as const;

/** A ruleset: what it asks of the refs that it is for, if it is in force. */
export function readRuleset(resource: DeclaredResource): ProtectionSource {
  const demands = demandsOf(resource);
  const actors = howMany(resource, ["bypassActors"]);
  return {
    resource,
    demands,
    inescapable: actors === 0 ? demands : actors === "open" ? perhaps(demands) : noDemands,
    bypasses:
      actors !== 0
        ? [{ who: "its bypass actors", property: "bypassActors", keys: everyDemand }]
        : [],
    places,
  };
}

function demandsOf(resource: DeclaredResource): Demands {
  const rule = (name: string): Asked => asked(resource, ["rules", name]);
  const review = (name: string): Asked => asked(resource, [...pull, name]);
  const { state } = readProperty(resource.inputs, pull);
  return {
    pullRequest: state === "unknown" ? "open" : state === "known",
    staleReviewsDismissed: review("dismissStaleReviewsOnPush"),
    codeOwnerReview: review("requireCodeOwnerReview"),
    lastPushApproved: review("requireLastPushApproval"),
    conversationsResolved: review("requiredReviewThreadResolution"),
    upToDate: asked(resource, [...checks, "strictRequiredStatusChecksPolicy"]),
    noForcePushes: rule("nonFastForward"),
    noDeletion: rule("deletion"),
    linearHistory: rule("requiredLinearHistory"),
    signedCommits: rule("requiredSignatures"),
    approvals: count(resource, [...pull, "requiredApprovingReviewCount"], 0),
    checks: names(resource, [...checks, "requiredChecks"], ["context"]),
  };
}

const places: ProtectionSource["places"] = {
  pullRequest: "rules.pullRequest",
  approvals: "rules.pullRequest.requiredApprovingReviewCount",
  staleReviewsDismissed: "rules.pullRequest.dismissStaleReviewsOnPush",
  codeOwnerReview: "rules.pullRequest.requireCodeOwnerReview",
  lastPushApproved: "rules.pullRequest.requireLastPushApproval",
  conversationsResolved: "rules.pullRequest.requiredReviewThreadResolution",
  checks: "rules.requiredStatusChecks.requiredChecks",
  upToDate: "rules.requiredStatusChecks.strictRequiredStatusChecksPolicy",
  noForcePushes: "rules.nonFastForward",
  noDeletion: "rules.deletion",
  linearHistory: "rules.requiredLinearHistory",
  signedCommits: "rules.requiredSignatures",
};

/** Whether a ruleset is in force on a branch, the repository's default one. Patterns name refs in full. */
export function rulesetCovers({ inputs }: DeclaredResource, branch: string | undefined): Asked {
  const enforcement = readProperty(inputs, ["enforcement"]);
  const target = readProperty(inputs, ["target"]);
  const off = enforcement.state !== "unknown" && textOf(enforcement) !== "active";
  const elsewhere = target.state !== "unknown" && textOf(target) !== "branch";
  if (off || elsewhere) return false;
  const included = anyMatches(inputs, "includes", branch);
  const excluded = anyMatches(inputs, "excludes", branch);
  if (included === false || excluded === true) return false;
  const known = [enforcement, target].every(({ state }) => state === "known");
  return known && included === true && excluded === false ? true : "open";
}

function anyMatches(
  inputs: DeclaredResource["inputs"],
  list: "includes" | "excludes",
  branch: string | undefined,
): Asked {
  const patterns = readProperty(inputs, ["conditions", "refName", list]);
  if (patterns.state === "unknown") return "open";
  const matched = itemsOf(patterns).map((item): Asked => {
    if (typeof item !== "string") return "open";
    if (item === "~ALL" || item === "~DEFAULT_BRANCH") return true;
    return branch === undefined ? "open" : matchesRef(item, `refs/heads/${branch}`);
  });
  return matched.includes(true) || (matched.includes("open") ? "open" : false);
}
