import type { Problem } from "../core/errors";

/** Plans of a GitHub organization, smallest first. */
export const githubPlans = ["free", "team", "enterprise"] as const;
export type GithubPlan = (typeof githubPlans)[number];

/** Who may see a repository. `internal`: everyone in the enterprise. */
export const repositoryVisibilities = ["public", "private", "internal"] as const;
export type RepositoryVisibility = (typeof repositoryVisibilities)[number];

/** What an organization buys on top of its plan, for repositories that are not public. */
export const githubAddOns = ["secretProtection", "codeSecurity"] as const;
export type GithubAddOn = (typeof githubAddOns)[number];

/** Something that a public repository has on every plan, and another one on some plans only. */
interface GithubFeature {
  readonly what: string;
  /** Plans that give it to a repository that is not public, smallest first. */
  readonly plans: readonly GithubPlan[];
  readonly source: string;
  /** Day on which the source was read, `YYYY-MM-DD`. */
  readonly asOf: string;
}

const docs = "https://docs.github.com/en";
const environmentsPage = {
  source: `${docs}/actions/how-tos/deploy/configure-and-manage-deployments/manage-environments`,
  asOf: "2026-11-21",
} as const;

// Requirement: REPO-04, REPO-09
/** What a repository that is not public may have, by the plan of its organization. */
export const githubFeatures = {
  branchProtection: {
    what: "protection of branches",
    plans: ["team", "enterprise"],
    source: `${docs}/repositories/configuring-branches-and-merges-in-your-repository/managing-protected-branches/about-protected-branches`,
    asOf: "2026-11-21",
  },
  environments: { what: "environments", plans: ["team", "enterprise"], ...environmentsPage },
  /** Required reviewers, and whether they may approve what they started. */
  reviewers: { what: "required reviewers", plans: ["enterprise"], ...environmentsPage },
  waitTimer: { what: "a wait timer", plans: ["enterprise"], ...environmentsPage },
  addOns: {
    what: "Secret Protection or Code Security",
    plans: ["team", "enterprise"],
    source: `${docs}/get-started/learning-about-github/about-github-advanced-security`,
    asOf: "2026-11-21",
  },
  internal: {
    what: "internal visibility",
    plans: ["enterprise"],
    source: `${docs}/repositories/creating-and-managing-repositories/about-repositories`,
    asOf: "2026-11-21",
  },
} as const satisfies Record<string, GithubFeature>;

type FeatureName = keyof typeof githubFeatures;

/** What a repository asks for, as far as a plan may refuse it. */
export interface GithubPlanSubject {
  plan: GithubPlan;
  visibility?: RepositoryVisibility | undefined;
  protection?: object | false | undefined;
  addOns?: readonly GithubAddOn[] | undefined;
  environment?:
    | {
        reviewers?: object | undefined;
        preventSelfReview?: boolean | undefined;
        waitTimer?: number | undefined;
      }
    | undefined;
}

interface Use {
  feature: FeatureName;
  path: string;
  wanted: (subject: GithubPlanSubject) => boolean;
  /** How to declare the repository without it. */
  without: string;
}

/** Where each feature is asked for. */
const uses: readonly Use[] = [
  {
    feature: "internal",
    path: "visibility",
    wanted: ({ visibility }) => visibility === "internal",
    without: "say visibility: private",
  },
  {
    feature: "branchProtection",
    path: "protection",
    wanted: ({ protection }) => protection !== false,
    without: "say protection: false",
  },
  {
    feature: "addOns",
    path: "addOns",
    wanted: ({ addOns = [] }) => addOns.length > 0,
    without: "remove it",
  },
  {
    feature: "environments",
    path: "environment",
    wanted: ({ environment }) => environment !== undefined,
    without: "remove it",
  },
  {
    feature: "reviewers",
    path: "environment.reviewers",
    wanted: ({ environment }) => environment?.reviewers !== undefined,
    without: "remove it",
  },
  {
    feature: "reviewers",
    path: "environment.preventSelfReview",
    wanted: ({ environment }) => environment?.preventSelfReview === true,
    without: "remove it",
  },
  {
    feature: "waitTimer",
    path: "environment.waitTimer",
    wanted: ({ environment }) => (environment?.waitTimer ?? 0) > 0,
    without: "remove it",
  },
];

/** Everything that GitHub would refuse on the repository's plan; paths count from the repository's args. */
export function githubPlanProblems(subject: GithubPlanSubject): Problem[] {
  const { plan, visibility = "private" } = subject;
  if (visibility === "public") return [];
  return uses.flatMap(({ feature, path, wanted, without }): Problem[] => {
    const { what, plans }: GithubFeature = githubFeatures[feature];
    if (!wanted(subject) || plans.includes(plan)) return [];
    return [
      {
        where: { path },
        found: `${what} for a repository that is ${visibility}, on GitHub's plan ${plan}`,
        allowed: `${plans.join(" or ")} as the plan, or a public repository`,
        fix: `${without}, say visibility: public, or say plan: ${plans[0]} if the organization has it`,
      },
    ];
  });
}
