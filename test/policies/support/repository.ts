import type { DeclaredResource } from "../../../core/resource";
import type { PropertyMap, Value } from "../../../core/value";
import { requiredChecks } from "../../../catalogue/required-checks";
import { providerTypes } from "../../../policies/lib/provider-types";
import type { Rule } from "../../../policies/rule";
import { brief, judge, profile, resource } from "./stack";

/** A private repository that every rule about the repository itself is content with. */
export const repository = (changes: PropertyMap = {}, name = "app"): DeclaredResource =>
  resource(providerTypes.githubRepository, name, {
    name: "platform",
    visibility: "private",
    deleteBranchOnMerge: true,
    securityAndAnalysis: {
      secretScanning: { status: "enabled" },
      secretScanningPushProtection: { status: "enabled" },
      codeSecurity: { status: "enabled" },
    },
    ...changes,
  });

/** Something that belongs to the repository by its name. */
export const part = (
  type: string,
  inputs: PropertyMap = {},
  name = "part",
  rest: Partial<DeclaredResource> = {},
): DeclaredResource => resource(type, name, { repository: "platform", ...inputs }, rest);

export const reviewBlock = (changes: PropertyMap = {}): PropertyMap => ({
  requiredApprovingReviewCount: 2,
  dismissStaleReviews: true,
  requireCodeOwnerReviews: true,
  requireLastPushApproval: true,
  ...changes,
});
export const checkNames = requiredChecks.map(({ name }) => name);

/** A branch protection rule for main that asks for everything. */
export const classic = (changes: PropertyMap = {}, name = "rule"): DeclaredResource =>
  resource(providerTypes.githubBranchProtection, name, {
    repositoryId: "platform",
    pattern: "main",
    enforceAdmins: true,
    allowsForcePushes: false,
    allowsDeletions: false,
    requireConversationResolution: true,
    requiredLinearHistory: true,
    requireSignedCommits: true,
    requiredPullRequestReviews: [reviewBlock()],
    requiredStatusChecks: [{ strict: true, contexts: checkNames }],
    ...changes,
  });

export const rulesetRules = (changes: PropertyMap = {}): PropertyMap => ({
  deletion: true,
  nonFastForward: true,
  requiredLinearHistory: true,
  requiredSignatures: true,
  pullRequest: {
    requiredApprovingReviewCount: 2,
    dismissStaleReviewsOnPush: true,
    requireCodeOwnerReview: true,
    requireLastPushApproval: true,
    requiredReviewThreadResolution: true,
  },
  requiredStatusChecks: {
    strictRequiredStatusChecksPolicy: true,
    requiredChecks: checkNames.map((context) => ({ context })),
  },
  ...changes,
});

/** A ruleset for the default branch that asks for everything. */
export const ruleset = (changes: PropertyMap = {}, name = "set"): DeclaredResource =>
  part(
    providerTypes.githubRuleset,
    {
      target: "branch",
      enforcement: "active",
      conditions: { refName: { includes: ["~DEFAULT_BRANCH"], excludes: [] } },
      rules: rulesetRules(),
      ...changes,
    },
    name,
  );

export const codeOwnersFile = (content: Value = "* @acme/core\n", file: Value = "CODEOWNERS") =>
  part(providerTypes.githubFile, { file, content }, "owners");

/** What a rule says of the repository with these resources beside it. */
export const about = (rule: Rule, ...resources: DeclaredResource[]): string[] =>
  brief(judge(rule, [repository(), ...resources]));

/** What a rule about the repository says in a stack that is not the one that declares it. */
export const elsewhere = (rule: Rule): string[] =>
  brief(judge(rule, [profile({ shared: { owner: "live" } })]));

export const declaredElsewhere =
  "not-applicable groundwork-prod: the stack live declares what stacks share, this one no GitHub repository";
