import * as github from "@pulumi/github";
import type * as pulumi from "@pulumi/pulumi";
import { child, type Component, type Transform } from "../component";
import { defaults, type RepositorySettings } from "./args";
import { declareEnvironment, type EnvironmentTransforms } from "./github-environment";
import { declareFiles, type FileTransform } from "./github-files";
import { type DeclaredTeams, declareTeams, type TeamTransforms } from "./github-teams";
import { actionsSpec, environmentSpec, protectionSpec, securitySpec } from "./spec";

/** The last word on each child. */
export interface RepositoryTransforms extends TeamTransforms, EnvironmentTransforms {
  /** The repository. */
  repository?: Transform<github.RepositoryArgs> | undefined;
  /** Which branch is the default one. */
  branchDefault?: Transform<github.BranchDefaultArgs> | undefined;
  /** Protection of the default branch. */
  protection?: Transform<github.BranchProtectionArgs> | undefined;
  /** Which actions may run. */
  actions?: Transform<github.ActionsRepositoryPermissionsArgs> | undefined;
  /** What the token of a job may do. */
  workflowPermissions?: Transform<github.WorkflowRepositoryPermissionsArgs> | undefined;
  /** Alerts on vulnerable dependencies. */
  vulnerabilityAlerts?: Transform<github.RepositoryVulnerabilityAlertsArgs> | undefined;
  /** Pull requests that mend them. */
  securityUpdates?: Transform<github.RepositoryDependabotSecurityUpdatesArgs> | undefined;
  /** Called for each managed file. */
  file?: FileTransform | undefined;
}

/** Everything about the repository that exists once. */
interface DeclaredRepository extends DeclaredTeams {
  name: pulumi.Output<string>;
  protection: github.BranchProtection | undefined;
}

/** Where the children belong. */
interface Site {
  parent: Component;
  args: RepositorySettings;
  transforms: RepositoryTransforms;
}

/** The environment as secrets see it: both names are known once it is there. */
export interface GithubEnvironment {
  repository: pulumi.Output<string>;
  environment: pulumi.Output<string>;
}

/** Declares what this stack has to declare; answers its environment, where it has one. */
export function declareOnGithub(
  parent: Component,
  { owned, ...args }: RepositorySettings & { owned: boolean },
  transforms: RepositoryTransforms,
): GithubEnvironment | undefined {
  const declared = owned ? declareOnce({ parent, args, transforms }) : undefined;
  const spec = environmentSpec(args);
  if (!spec) return undefined;
  const site = {
    repository: declared?.name ?? args.name,
    teams: declared?.teams ?? {},
    dependsOn: [
      ...(declared?.access ?? []),
      ...(declared?.protection ? [declared.protection] : []),
    ],
  };
  const { repository, environment } = declareEnvironment(parent, spec, site, transforms);
  return { repository, environment };
}

/** In the order in which GitHub takes it: files while the branch is open, then its protection. */
function declareOnce(site: Site): DeclaredRepository {
  const { parent, args, transforms } = site;
  const repository = declareRepository(site);
  const branch = args.defaultBranch ?? defaults.defaultBranch;
  const branchArgs: github.BranchDefaultArgs = {
    repository: repository.name,
    branch,
    rename: true,
  };
  const opts = { transform: transforms.branchDefault };
  const branchDefault = new github.BranchDefault(
    ...child(parent, "default-branch", branchArgs, opts),
  );
  const files = declareFiles(parent, args, branchDefault, transforms.file);
  const protection = declareProtection(site, repository, [branchDefault, ...files]);
  declareActions(site, repository);
  declareDependabot(site, repository);
  const teams = declareTeams(parent, repository.name, args.teams ?? {}, transforms);
  return { name: repository.name, protection, ...teams };
}

// Requirement: REPO-09, REPO-19
function declareRepository({ parent, args, transforms }: Site): github.Repository {
  const { name, description, protect } = args;
  const methods: readonly string[] = args.mergeMethods ?? defaults.mergeMethods;
  const securityAndAnalysis = securitySpec(args);
  const inputs: github.RepositoryArgs = {
    name,
    ...(description && { description }),
    visibility: args.visibility ?? defaults.visibility,
    // A branch to protect, and to commit to, is there from the first moment.
    autoInit: true,
    allowMergeCommit: methods.includes("merge"),
    allowSquashMerge: methods.includes("squash"),
    allowRebaseMerge: methods.includes("rebase"),
    ...(methods.includes("squash") && {
      squashMergeCommitTitle: "PR_TITLE",
      squashMergeCommitMessage: "PR_BODY",
    }),
    allowUpdateBranch: true,
    deleteBranchOnMerge: args.deleteBranchOnMerge ?? defaults.deleteBranchOnMerge,
    webCommitSignoffRequired: args.webCommitSignoffRequired ?? defaults.webCommitSignoffRequired,
    hasIssues: true,
    ...(securityAndAnalysis && { securityAndAnalysis }),
  };
  return new github.Repository(
    ...child(parent, "", inputs, { protect, transform: transforms.repository }),
  );
}

// Requirement: REPO-01, REPO-02, REPO-20, CONF-22
/**
 * A branch protection rule and not a ruleset: "protected branches" of an environment counts these rules alone, and lets
 * every branch deploy where there is none.
 */
function declareProtection(
  { parent, args, transforms }: Site,
  repository: github.Repository,
  dependsOn: pulumi.Resource[],
): github.BranchProtection | undefined {
  const spec = protectionSpec(args);
  if (!spec) return undefined;
  const { checks: contexts, strict, ...rest } = spec;
  const inputs: github.BranchProtectionArgs = {
    repositoryId: repository.nodeId,
    pattern: args.defaultBranch ?? defaults.defaultBranch,
    enforceAdmins: rest.enforceAdmins,
    allowsDeletions: false,
    allowsForcePushes: false,
    requireConversationResolution: rest.requireConversationResolution,
    requireSignedCommits: rest.requireSignedCommits,
    requiredLinearHistory: rest.requiredLinearHistory,
    ...(contexts.length > 0 && { requiredStatusChecks: [{ strict, contexts }] }),
    requiredPullRequestReviews: [
      {
        requiredApprovingReviewCount: rest.requiredApprovingReviewCount,
        dismissStaleReviews: rest.dismissStaleReviews,
        requireCodeOwnerReviews: rest.requireCodeOwnerReviews,
        requireLastPushApproval: rest.requireLastPushApproval,
      },
    ],
  };
  const opts = { dependsOn, transform: transforms.protection };
  return new github.BranchProtection(...child(parent, "protection", inputs, opts));
}

// Requirement: CONF-41
function declareActions({ parent, args, transforms }: Site, { name }: github.Repository): void {
  const spec = actionsSpec(args);
  const { allowedActions, shaPinningRequired } = spec;
  const allowedActionsConfig = {
    githubOwnedAllowed: spec.githubOwnedAllowed,
    verifiedAllowed: spec.verifiedAllowed,
    patternsAlloweds: spec.patternsAllowed,
  };
  const actions: github.ActionsRepositoryPermissionsArgs = {
    repository: name,
    allowedActions,
    shaPinningRequired,
    ...(allowedActions === "selected" && { allowedActionsConfig }),
  };
  const workflows: github.WorkflowRepositoryPermissionsArgs = {
    repository: name,
    defaultWorkflowPermissions: spec.defaultWorkflowPermissions,
    canApprovePullRequestReviews: spec.canApprovePullRequestReviews,
  };
  new github.ActionsRepositoryPermissions(
    ...child(parent, "actions", actions, { transform: transforms.actions }),
  );
  const opts = { transform: transforms.workflowPermissions };
  new github.WorkflowRepositoryPermissions(
    ...child(parent, "workflow-permissions", workflows, opts),
  );
}

// Requirement: REPO-10
function declareDependabot({ parent, args, transforms }: Site, { name }: github.Repository): void {
  const enabled = args.dependabot ?? defaults.dependabot;
  const both = { repository: name, enabled };
  const alerts = new github.RepositoryVulnerabilityAlerts(
    ...child(
      parent,
      "vulnerability-alerts",
      { ...both },
      {
        transform: transforms.vulnerabilityAlerts,
      },
    ),
  );
  new github.RepositoryDependabotSecurityUpdates(
    ...child(
      parent,
      "security-updates",
      { ...both },
      {
        transform: transforms.securityUpdates,
        dependsOn: [alerts],
      },
    ),
  );
}
