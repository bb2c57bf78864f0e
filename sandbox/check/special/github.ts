import { isPropertyMap, UNKNOWN, type PropertyMap } from "../../../core/value";
import { finding, isGiven, type Finding } from "./finding";

/** Source: terraform-provider-github 6.13.0 and the limits in GitHub's REST API. */
export const githubChecks = {
  "reviewers-in-all": checkReviewers,
  "branch-policy-one-kind": checkBranchPolicy,
  "ruleset-rules-fit-target": checkRules,
};

/** The provider counts them only in an update; the API refuses the seventh in a create too. */
function checkReviewers({ teams, users }: PropertyMap): Finding[] {
  const count = [teams, users].reduce<number>(
    (sum, list) => sum + (Array.isArray(list) ? list.length : 0),
    0,
  );
  return count > 6 ? finding([], `expected at most 6 users and teams together; got ${count}`) : [];
}

function checkBranchPolicy({ protectedBranches, customBranchPolicies }: PropertyMap): Finding[] {
  if (typeof protectedBranches !== "boolean" || protectedBranches !== customBranchPolicies) {
    return [];
  }
  const reason = "must not be equal to protectedBranches: leave the block out to allow any branch";
  return finding(["customBranchPolicies"], reason);
}

/** Rules of a push ruleset; a ruleset of branches or tags takes all the others, and none of these. */
const pushRules = [
  "fileExtensionRestriction",
  "filePathRestriction",
  "maxFilePathLength",
  "maxFileSize",
];

function checkRules({ target, rules }: PropertyMap): Finding[] {
  if (typeof target !== "string" || !isPropertyMap(rules)) return [];
  const wantsPush = target === "push";
  return Object.entries(rules)
    .filter(([, rule]) => isGiven(rule) && rule !== false && rule !== UNKNOWN)
    .filter(([name]) => pushRules.includes(name) !== wantsPush)
    .flatMap(([name]) => finding(["rules", name], `not allowed when target is ${target}`));
}
