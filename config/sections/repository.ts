import { z } from "zod";
import { githubAddOns, githubPlans, repositoryVisibilities } from "../../catalogue/github-plans";
import { githubNames } from "../../catalogue/github-rules";
import { githubLimits } from "../../catalogue/limits/github";
import { requiredChecks } from "../../catalogue/required-checks";
import { emailAddress, text } from "../formats";

const named = ({ pattern, allowed }: (typeof githubNames)[keyof typeof githubNames]) =>
  z.string().regex(pattern, allowed);
const once = (given: readonly string[]) => new Set(given).size === given.length;
const flag = (description: string, value: boolean) =>
  z.boolean().optional().describe(description).meta({ default: value });

const login = named(githubNames.login);
const teamSlug = named(githubNames.team);

const protection = z
  .union([
    z.literal(false),
    z.strictObject({
      checks: z
        .array(text("the name of a job"))
        .refine(once, "each check once")
        .optional()
        .describe(
          "Checks that must have passed, by the name of their job. Each must report always.",
        )
        .meta({ default: requiredChecks.map(({ name }) => name) }),
      strict: flag("Whether a branch must be up to date before it is merged.", true),
      requiredApprovingReviewCount: z
        .int()
        .min(0)
        .max(githubLimits.approvals.value)
        .optional()
        .describe("Reviews that must approve.")
        .meta({ default: 2 }),
      dismissStaleReviews: flag("Whether a new commit takes approvals away.", true),
      requireCodeOwnerReviews: flag("Whether an owner of the changed files must approve.", true),
      requireLastPushApproval: flag(
        "Whether somebody other than the last to push must approve.",
        true,
      ),
      requireConversationResolution: flag("Whether every conversation must be resolved.", true),
      requireSignedCommits: flag("Whether commits must be signed.", false),
      requiredLinearHistory: flag("Whether merge commits are kept out.", false),
      enforceAdmins: flag("Whether all this holds for administrators too.", true),
    }),
  ])
  .describe("What it takes to change the default branch, or false for nothing.");

const actions = z
  .strictObject({
    allowedActions: z
      .enum(["all", "local_only", "selected"])
      .optional()
      .describe("Which actions may run.")
      .meta({ default: "selected" }),
    githubOwnedAllowed: flag("With selected: whether GitHub's own actions may run.", true),
    verifiedAllowed: flag("With selected: whether those of verified creators may run.", false),
    patternsAllowed: z
      .array(text("an action such as aquasecurity/trivy-action@*"))
      .optional()
      .describe("With selected: further actions, such as aquasecurity/trivy-action@*."),
    shaPinningRequired: flag("Whether an action must be named by the hash of a commit.", true),
    defaultWorkflowPermissions: z
      .enum(["read", "write"])
      .optional()
      .describe("What the token of a job may do when its workflow says nothing.")
      .meta({ default: "read" }),
    canApprovePullRequestReviews: flag("Whether a workflow may approve pull requests.", false),
  })
  .describe("What workflows may run, and what they may do.");

const team = z.strictObject({
  description: text("what the team does").optional().describe("What it does."),
  permission: z
    .enum(["pull", "triage", "push", "maintain", "admin"])
    .optional()
    .describe("What it may do in the repository. Left out, it has no access."),
  members: z
    .record(login, z.enum(["member", "maintainer"]))
    .optional()
    .describe("Everyone in it, by login. Left out, its members are not managed here."),
  incidentRole: z
    .enum(["commander", "engineering", "communication", "customers"])
    .optional()
    .describe("What it does in an incident. Each role has one team."),
});

const environment = z
  .strictObject({
    name: text("an environment's name")
      .max(255, "a name of at most 255 characters")
      .optional()
      .describe("Its name. A change replaces it. Default: staging or production, by tier."),
    reviewers: z
      .strictObject({
        teams: z
          .array(teamSlug)
          .refine(once, "each team once")
          .optional()
          .describe("Teams, by slug."),
        users: z
          .array(login)
          .refine(once, "each user once")
          .optional()
          .describe("Users, by login."),
      })
      .optional()
      .describe("Who may approve a deployment: six at most. Left out, nobody has to."),
    waitTimer: z
      .int()
      .min(0)
      .max(githubLimits.waitMinutes.value[1])
      .optional()
      .describe("Minutes that a deployment waits.")
      .meta({ default: 0 }),
    preventSelfReview: z
      .boolean()
      .optional()
      .describe("Whether nobody may approve what they started. Default: true with reviewers."),
    canAdminsBypass: flag("Whether administrators may pass the gate by.", false),
    branches: z
      .union([z.literal("protected"), z.array(text("a branch such as main"))])
      .optional()
      .describe("What may be deployed: protected branches, or branches by name pattern.")
      .meta({ default: "protected" }),
    drift: text("an environment's name")
      .max(255, "a name of at most 255 characters")
      .optional()
      .describe(
        "Name of a second environment without a gate, for jobs that compare and change nothing.",
      ),
    variables: z
      .record(
        z
          .string()
          .regex(
            /^(?!GITHUB_)[A-Za-z_][A-Za-z0-9_]*$/i,
            "letters, digits and _, not beginning with a digit or with GITHUB_",
          ),
        z.string().max(48_000, "at most 48 KB of text"),
      )
      .optional()
      .describe("Variables that jobs read. Whoever reads the repository sees them."),
  })
  .describe("The environment that this stack's deployments go to. Left out, it has none.");

/** The repository on GitHub: its rules, teams and files, and this stack's environment in it. */
export const repositorySection = z
  .strictObject({
    owner: login
      .optional()
      .describe("Organization it belongs to; github:owner says the same. Default: hosting's."),
    name: named(githubNames.repository)
      .optional()
      .describe("Its name. Default: that of hosting.gitRepository."),
    plan: z
      .enum(githubPlans)
      .describe("Plan of the organization; what it lacks is refused before GitHub is asked."),
    addOns: z
      .array(z.enum(githubAddOns))
      .refine(once, "each once")
      .optional()
      .describe("What is bought on top of the plan. A public repository has it all."),
    visibility: z
      .enum(repositoryVisibilities)
      .optional()
      .describe("Who may see it.")
      .meta({ default: "private" }),
    description: text("one line about the repository").optional().describe("One line about it."),
    protect: z
      .boolean()
      .optional()
      .describe("Whether Pulumi refuses to delete it. Default by tier: true in prod."),
    defaultBranch: text("a branch's name")
      .optional()
      .describe("The branch that releases come from.")
      .meta({ default: "main" }),
    mergeMethods: z
      .array(z.enum(["merge", "squash", "rebase"]))
      .min(1)
      .refine(once, "each once")
      .optional()
      .describe("How a pull request may be merged.")
      .meta({ default: ["squash"] }),
    deleteBranchOnMerge: flag("Whether a branch goes once it is merged.", true),
    webCommitSignoffRequired: flag("Whether commits made on the web must be signed off.", false),
    dependabot: flag("Whether GitHub tells of vulnerable dependencies, and mends them.", true),
    protection: protection.optional(),
    actions: actions.optional(),
    teams: z.record(teamSlug, team).optional().describe("Teams of the organization, by slug."),
    codeOwners: z
      .record(
        z.string().regex(/^\S+$/, "a pattern without blanks, such as /docs/"),
        z.array(named(githubNames.codeOwner)).min(1),
      )
      .optional()
      .describe("Who answers for which files: pattern to @owner/team and @user. The last wins."),
    securityContact: emailAddress
      .optional()
      .describe("Address for reports of vulnerabilities, besides GitHub's own form."),
    files: z
      .enum(["bootstrap", "none"])
      .optional()
      .describe(
        "bootstrap: the first update commits CODEOWNERS, the forms of releases and pull requests, and SECURITY.md, and no later one does. none: a pull request brings them.",
      )
      .meta({ default: "bootstrap" }),
    environment: environment.optional(),
  })
  .describe(
    "The repository on GitHub. The stack of groundwork:shared.owner declares it; the others add their environment.",
  );

export type RepositorySection = z.infer<typeof repositorySection>;
