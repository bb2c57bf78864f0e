import type { Problem } from "../core/errors";
import { githubLimits } from "./limits/github";

/** What GitHub calls a repository, a team and a user. */
export const githubNames = {
  repository: {
    pattern: /^[A-Za-z0-9._-]{1,100}$/,
    allowed: "1 to 100 letters, digits and -_., such as velocity-platform",
  },
  login: {
    pattern: /^[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}$/,
    allowed: "a login of at most 39 letters, digits and single hyphens",
  },
  team: {
    pattern: /^[a-z0-9](?:[a-z0-9_-]{0,98}[a-z0-9])?$/,
    allowed: "a team's slug: lower-case letters, digits and hyphens, such as platform-team",
  },
  codeOwner: {
    pattern: /^@[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}(?:\/[a-z0-9][a-z0-9_-]*)?$/,
    allowed: "@owner/team or @user",
  },
} as const;

/** Most teams and users, together, that may approve a deployment. */
const { value: mostReviewers } = githubLimits.reviewersMost;

/** A repository as far as its settings must agree with each other. */
export interface RepositoryRuleSubject {
  owner?: string | undefined;
  mergeMethods?: readonly string[] | undefined;
  protection?: false | { requiredLinearHistory?: boolean | undefined } | undefined;
  actions?: ActionsSubject | undefined;
  teams?: Readonly<Record<string, TeamSubject>> | undefined;
  codeOwners?: Readonly<Record<string, readonly string[]>> | undefined;
  environment?: EnvironmentSubject | undefined;
}

interface ActionsSubject {
  allowedActions?: string | undefined;
  githubOwnedAllowed?: boolean | undefined;
  verifiedAllowed?: boolean | undefined;
  patternsAllowed?: readonly string[] | undefined;
}

interface TeamSubject {
  permission?: string | undefined;
  incidentRole?: string | undefined;
}

interface EnvironmentSubject {
  reviewers?:
    { teams?: readonly string[] | undefined; users?: readonly string[] | undefined } | undefined;
  preventSelfReview?: boolean | undefined;
  branches?: "protected" | readonly string[] | undefined;
}

const incidentRoles = ["commander", "engineering", "communication", "customers"] as const;

/** Settings that GitHub would refuse together, or take and then ignore; paths count from the repository's args. */
export function githubRuleProblems(subject: RepositoryRuleSubject): Problem[] {
  return [
    ...historyProblems(subject),
    ...actionsProblems(subject),
    ...incidentProblems(subject),
    ...codeOwnerProblems(subject),
    ...reviewerProblems(subject),
    ...branchProblems(subject),
  ];
}

/** Without merge commits there must be another way to merge. */
function historyProblems({ protection, mergeMethods }: RepositoryRuleSubject): Problem[] {
  if (!protection || !protection.requiredLinearHistory || !mergeMethods) return [];
  if (mergeMethods.includes("squash") || mergeMethods.includes("rebase")) return [];
  return [
    {
      where: { path: "mergeMethods" },
      found: `${mergeMethods.join(", ")} beside requiredLinearHistory`,
      allowed: "squash or rebase, since merge commits are kept out",
      fix: "add one of them, or leave requiredLinearHistory away",
    },
  ];
}

const selectedOnly = ["githubOwnedAllowed", "verifiedAllowed", "patternsAllowed"] as const;

function actionsProblems({ actions = {} }: RepositoryRuleSubject): Problem[] {
  const { allowedActions = "selected" } = actions;
  if (allowedActions === "selected") return [];
  return selectedOnly
    .filter((key) => actions[key] !== undefined)
    .map((key) => ({
      where: { path: `actions.${key}` },
      found: `set while allowedActions is ${allowedActions}`,
      allowed: "nothing here unless allowedActions is selected",
      fix: "remove it, or say allowedActions: selected",
    }));
}

// Requirement: DR-18
/** In an incident everybody knows whom to ask: each role has one team, and once one has, all have. */
function incidentProblems({ teams = {} }: RepositoryRuleSubject): Problem[] {
  const holders = new Map<string, string>();
  const twice = Object.entries(teams).flatMap(([slug, { incidentRole }]): Problem[] => {
    if (incidentRole === undefined) return [];
    const first = holders.get(incidentRole);
    holders.set(incidentRole, first ?? slug);
    if (first === undefined) return [];
    return [
      {
        where: { path: `teams.${slug}.incidentRole` },
        found: `${incidentRole}, which ${first} is already`,
        allowed: "one team for each role",
        fix: "remove it from one of them",
      },
    ];
  });
  const open = incidentRoles.filter((role) => !holders.has(role));
  if (holders.size === 0 || open.length === 0) return twice;
  return [
    ...twice,
    {
      where: { path: "teams" },
      found: `nobody is ${open.join(", ")} in an incident`,
      allowed: `a team for each of ${incidentRoles.join(", ")}`,
      fix: "give a team that incidentRole",
    },
  ];
}

const writers = ["push", "maintain", "admin"];

/** GitHub passes over owners that cannot write, and says nothing. */
function codeOwnerProblems({
  owner,
  teams = {},
  codeOwners = {},
}: RepositoryRuleSubject): Problem[] {
  return Object.entries(codeOwners).flatMap(([pattern, who]) =>
    who.flatMap((name, index): Problem[] => {
      const where = { path: `codeOwners.${pattern}[${index}]` };
      const [organization, slug] = name.slice(1).split("/");
      if (slug === undefined) return [];
      if (owner !== undefined && organization?.toLowerCase() !== owner.toLowerCase()) {
        const allowed = `a team of ${owner}, which the repository belongs to`;
        return [{ where, found: name, allowed, fix: `write @${owner}/${slug}` }];
      }
      const team = Object.hasOwn(teams, slug) ? teams[slug] : undefined;
      if (!team || writers.includes(team.permission ?? "")) return [];
      return [
        {
          where,
          found: `${name}, with ${team.permission ? `permission ${team.permission}` : "no access"}`,
          allowed: "a team that may push: GitHub passes over the others without a word",
          fix: `say permission: push for teams.${slug}`,
        },
      ];
    }),
  );
}

function reviewerProblems({ teams = {}, environment = {} }: RepositoryRuleSubject): Problem[] {
  const { reviewers, preventSelfReview } = environment;
  const path = "environment.reviewers";
  if (!reviewers) {
    if (preventSelfReview === undefined) return [];
    const found = "set where nobody reviews";
    const where = { path: "environment.preventSelfReview" };
    return [{ where, found, fix: "remove it, or name reviewers" }];
  }
  const { teams: slugs = [], users = [] } = reviewers;
  const count = slugs.length + users.length;
  const closed = slugs.filter((slug) => Object.hasOwn(teams, slug) && !teams[slug]?.permission);
  return [
    ...(count >= 1 && count <= mostReviewers
      ? []
      : [
          {
            where: { path },
            found: `${count} teams and users`,
            allowed: `1 to ${mostReviewers} teams and users together`,
            fix: count === 0 ? "name one, or remove it" : "name a team instead of its members",
          },
        ]),
    ...closed.map((slug) => ({
      where: { path: `${path}.teams[${slugs.indexOf(slug)}]` },
      found: `${slug}, without access to the repository`,
      allowed: "a team that can read the repository",
      fix: `give teams.${slug} a permission`,
    })),
  ];
}

// Requirement: REPO-03
/** GitHub lets every branch deploy to an environment for protected ones while no branch is protected. */
function branchProblems({ protection, environment }: RepositoryRuleSubject): Problem[] {
  if (!environment) return [];
  const { branches = "protected" } = environment;
  const where = { path: "environment.branches" };
  if (branches.length === 0) {
    const allowed = "protected, or one name pattern at least";
    return [{ where, found: "no branch", allowed, fix: "name a branch, such as main" }];
  }
  if (branches !== "protected" || protection !== false) return [];
  return [
    {
      where,
      found: "protected branches, and none is: GitHub would let every branch deploy",
      allowed: "name patterns while protection is false",
      fix: "say branches: [main], or protect the default branch",
    },
  ];
}
