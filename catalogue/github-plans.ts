import type { Problem } from "../core/errors";
import { githubPrivateLimits } from "./limits/github";

/** Plans of a GitHub organization, smallest first. */
export const githubPlans = ["free", "team", "enterprise"] as const;
export type GithubPlan = (typeof githubPlans)[number];

/** Who may see a repository. `internal`: everyone in the enterprise. */
export const repositoryVisibilities = ["public", "private", "internal"] as const;
export type RepositoryVisibility = (typeof repositoryVisibilities)[number];

/** What an organization buys on top of its plan, for repositories that are not public. */
export const githubAddOns = ["secretProtection", "codeSecurity"] as const;
export type GithubAddOn = (typeof githubAddOns)[number];

// Requirement: REPO-04, REPO-09
/** What a repository that is not public may have, by the plan of its organization, in the words of a message. */
const features = {
  branchProtection: "protection of branches",
  environments: "environments",
  /** Required reviewers, and whether they may approve what they started. */
  reviewers: "required reviewers",
  waitTimer: "a wait timer",
  addOns: "Secret Protection or Code Security",
  internal: "internal visibility",
} as const satisfies Record<keyof typeof githubPrivateLimits, string>;

type FeatureName = keyof typeof features;

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
    if (!wanted(subject) || githubPrivateLimits[feature].value[plan]) return [];
    const plans = githubPlans.filter((one) => githubPrivateLimits[feature].value[one]);
    return [
      {
        where: { path },
        found: `${features[feature]} for a repository that is ${visibility}, on GitHub's plan ${plan}`,
        allowed: `${plans.join(" or ")} as the plan, or a public repository`,
        fix: `${without}, say visibility: public, or say plan: ${plans[0]} if the organization has it`,
      },
    ];
  });
}
