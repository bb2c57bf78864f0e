import type * as pulumi from "@pulumi/pulumi";
import type { GithubAddOn, GithubPlan, RepositoryVisibility } from "../../catalogue/github-plans";
import { requiredChecks } from "../../catalogue/required-checks";

/** How a pull request may be merged. */
export type MergeMethod = "merge" | "squash" | "rebase";

/** What a team may do in the repository. Code owners need `push` at least. */
export type TeamPermission = "pull" | "triage" | "push" | "maintain" | "admin";

/** Who does what in an incident. */
export const incidentRoles = ["commander", "engineering", "communication", "customers"] as const;
export type IncidentRole = (typeof incidentRoles)[number];

/** What it takes to change the default branch. */
export interface ProtectionArgs {
  /**
   * Checks that must have passed, by the name of their job. Each must report on every pull request.
   * @default the nine of the pipeline
   */
  checks?: string[] | undefined;
  /**
   * Whether a branch must be up to date with the default branch before it is merged.
   * @default true
   */
  strict?: boolean | undefined;
  /**
   * Reviews that must approve, 0 to 6.
   * @default 2
   */
  requiredApprovingReviewCount?: number | undefined;
  /**
   * Whether a new commit takes approvals away.
   * @default true
   */
  dismissStaleReviews?: boolean | undefined;
  /**
   * Whether an owner of the changed files must approve.
   * @default true
   */
  requireCodeOwnerReviews?: boolean | undefined;
  /**
   * Whether somebody other than the last to push must approve.
   * @default true
   */
  requireLastPushApproval?: boolean | undefined;
  /**
   * Whether every conversation must be resolved.
   * @default true
   */
  requireConversationResolution?: boolean | undefined;
  /**
   * Whether commits must be signed.
   * @default false
   */
  requireSignedCommits?: boolean | undefined;
  /**
   * Whether merge commits are kept out. Needs `squash` or `rebase` among the merge methods.
   * @default false
   */
  requiredLinearHistory?: boolean | undefined;
  /**
   * Whether all this holds for administrators too.
   * @default true
   */
  enforceAdmins?: boolean | undefined;
}

/** What workflows may run, and what they may do. */
export interface ActionsArgs {
  /**
   * Which actions may run: all, those of the owner's repositories, or those listed here.
   * @default "selected"
   */
  allowedActions?: "all" | "local_only" | "selected" | undefined;
  /**
   * With `selected`: whether GitHub's own actions may run.
   * @default true
   */
  githubOwnedAllowed?: boolean | undefined;
  /**
   * With `selected`: whether actions of creators that GitHub verified may run.
   * @default false
   */
  verifiedAllowed?: boolean | undefined;
  /** With `selected`: further actions, such as `aquasecurity/trivy-action@*`. */
  patternsAllowed?: string[] | undefined;
  /**
   * Whether an action must be named by the full hash of a commit.
   * @default true
   */
  shaPinningRequired?: boolean | undefined;
  /**
   * What the token of a job may do when its workflow says nothing.
   * @default "read"
   */
  defaultWorkflowPermissions?: "read" | "write" | undefined;
  /**
   * Whether a workflow may approve pull requests.
   * @default false
   */
  canApprovePullRequestReviews?: boolean | undefined;
}

/** A team of the organization. */
export interface TeamArgs {
  /** What it does. */
  description?: string | undefined;
  /** What it may do in the repository. Left out, it has no access. */
  permission?: TeamPermission | undefined;
  /** Everyone in it, by login. Left out, its members are not managed here. */
  members?: Record<string, "member" | "maintainer"> | undefined;
  /** What it does in an incident. Each role has one team. */
  incidentRole?: IncidentRole | undefined;
}

/** Who may approve a deployment: six teams and users at most. Their ids are looked up by name. */
export interface ReviewersArgs {
  /** Slugs of teams. They need access to the repository. */
  teams?: string[] | undefined;
  /** Logins of users. */
  users?: string[] | undefined;
}

/** The environment that this stack's deployments go to. */
export interface EnvironmentArgs {
  /** Its name, such as `production`. A change replaces it. */
  name: string;
  /** Who may approve a deployment. Left out, nobody has to. */
  reviewers?: ReviewersArgs | undefined;
  /**
   * Minutes that a deployment waits, 0 to 43200.
   * @default 0
   */
  waitTimer?: number | undefined;
  /**
   * Whether nobody may approve what they started.
   * @default true where there are reviewers
   */
  preventSelfReview?: boolean | undefined;
  /**
   * Whether administrators may pass the gate by.
   * @default false
   */
  canAdminsBypass?: boolean | undefined;
  /**
   * What may be deployed: branches with a protection rule, or branches by name pattern.
   * @default "protected"
   */
  branches?: "protected" | string[] | undefined;
  /**
   * Name of a second environment without a gate, for jobs that compare and change nothing. Only protected branches reach
   * it. Left out, there is none.
   */
  drift?: string | undefined;
  /** Variables that jobs of the environment read. Anybody who reads the repository sees them. */
  variables?: Record<string, pulumi.Input<string>> | undefined;
}

/** A repository on GitHub with its rules, teams and files, and this stack's environment in it. */
export interface RepositorySettings {
  /** Organization that it belongs to. The provider's `github:owner` must say the same. */
  owner: string;
  /** Its name, 1 to 100 letters, digits and `-_.`. */
  name: string;
  /** Plan of the organization; what it lacks is refused before GitHub is asked. */
  plan: GithubPlan;
  /** What is bought on top of the plan. A public repository has it all for nothing. */
  addOns?: GithubAddOn[] | undefined;
  /**
   * Who may see it.
   * @default "private"
   */
  visibility?: RepositoryVisibility | undefined;
  /** One line about it. */
  description?: string | undefined;
  /**
   * Whether Pulumi refuses to delete it.
   * @default what the component's own `protect` option says
   */
  protect?: boolean | undefined;
  /**
   * The branch that releases come from.
   * @default "main"
   */
  defaultBranch?: string | undefined;
  /**
   * How a pull request may be merged.
   * @default ["squash"]
   */
  mergeMethods?: MergeMethod[] | undefined;
  /**
   * Whether a branch goes once it is merged.
   * @default true
   */
  deleteBranchOnMerge?: boolean | undefined;
  /**
   * Whether commits made on the web must be signed off.
   * @default false
   */
  webCommitSignoffRequired?: boolean | undefined;
  /**
   * Whether GitHub tells of vulnerable dependencies and proposes the version that mends them.
   * @default true
   */
  dependabot?: boolean | undefined;
  /**
   * What it takes to change the default branch, or false for nothing.
   * @default reviews, checks and no way around
   */
  protection?: false | ProtectionArgs | undefined;
  /** What workflows may run. */
  actions?: ActionsArgs | undefined;
  /** Teams of the organization, by slug. */
  teams?: Record<string, TeamArgs> | undefined;
  /** Who answers for which files: pattern to `@owner/team` and `@user`, the last match winning. */
  codeOwners?: Record<string, string[]> | undefined;
  /** Address for reports of vulnerabilities, besides GitHub's own form. */
  securityContact?: string | undefined;
  /**
   * Who writes CODEOWNERS, the forms of releases and pull requests, and SECURITY.md. `bootstrap`: the first update commits
   * them, before the branch is protected, and leaves them alone from then on. `none`: a pull request brings them.
   * @default "bootstrap"
   */
  files?: "bootstrap" | "none" | undefined;
  /** The environment of this stack. Left out, it has none. */
  environment?: EnvironmentArgs | undefined;
}

/** What a key that is left out means. */
export const defaults = {
  visibility: "private",
  defaultBranch: "main",
  mergeMethods: ["squash"],
  deleteBranchOnMerge: true,
  webCommitSignoffRequired: false,
  dependabot: true,
  files: "bootstrap",
  protection: {
    checks: requiredChecks.map(({ name }) => name),
    strict: true,
    requiredApprovingReviewCount: 2,
    dismissStaleReviews: true,
    requireCodeOwnerReviews: true,
    requireLastPushApproval: true,
    requireConversationResolution: true,
    requireSignedCommits: false,
    requiredLinearHistory: false,
    enforceAdmins: true,
  },
  actions: {
    allowedActions: "selected",
    githubOwnedAllowed: true,
    verifiedAllowed: false,
    shaPinningRequired: true,
    defaultWorkflowPermissions: "read",
    canApprovePullRequestReviews: false,
  },
  environment: { waitTimer: 0, canAdminsBypass: false, branches: "protected" },
} as const;
