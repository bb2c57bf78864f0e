import { describe, expect, it } from "vitest";
import { Repository, type RepositoryArgs } from "../../components/repository";
import {
  githubPlans,
  githubPlanProblems,
  repositoryVisibilities,
} from "../../catalogue/github-plans";
import { onMocks } from "../support/mocks";

const smallest: RepositoryArgs = { owner: "velocity", name: "shop", plan: "team", owned: true };

const calls = { "github:index/getUser:getUser": () => ({ id: "1" }) };
const refusal = async (more: Partial<RepositoryArgs>) => {
  const declared = onMocks(() => new Repository("repository", { ...smallest, ...more }), { calls });
  return declared.then(
    () => undefined,
    (error: Error) => error.message,
  );
};
const environment = { name: "production" };
const enterprise = { plan: "enterprise" } as const;

describe("Repository refuses", () => {
  it.each<[string, Partial<RepositoryArgs>, string]>([
    [
      "a name that GitHub does not take",
      { name: "my shop" },
      "repository.name: my shop; expected 1 to 100 letters, digits and -_., such as velocity-platform",
    ],
    [
      "an owner that is no login",
      { owner: "velocity/shop" },
      "repository.owner: velocity/shop; expected a login of at most 39 letters, digits and single hyphens",
    ],
    [
      "a team under a name that is no slug",
      { teams: { "Platform Team": {} } },
      "repository.teams.Platform Team: Platform Team; expected a team's slug: lower-case letters, digits and hyphens, such as platform-team",
    ],
    [
      "a member who is no login",
      { teams: { web: { members: { "a b": "member" } } } },
      "repository.teams.web.members.a b: a b; expected a login of at most 39 letters, digits and single hyphens",
    ],
    [
      "more reviews than GitHub knows",
      { protection: { requiredApprovingReviewCount: 7 } },
      "repository.protection.requiredApprovingReviewCount: 7; expected 0 to 6",
    ],
    [
      "the same check twice",
      { protection: { checks: ["test", "test"] } },
      "repository.protection.checks: test twice; expected each check once",
    ],
    [
      "no way to merge",
      { mergeMethods: [] },
      "repository.mergeMethods: none; expected merge, squash or rebase",
    ],
    [
      "merge commits alone where they are kept out",
      { mergeMethods: ["merge"], protection: { requiredLinearHistory: true } },
      "repository.mergeMethods: merge beside requiredLinearHistory; expected squash or rebase, since merge commits are kept out; add one of them, or leave requiredLinearHistory away",
    ],
    [
      "a list of actions where all may run",
      { actions: { allowedActions: "all", patternsAllowed: ["a/b@*"] } },
      "repository.actions.patternsAllowed: set while allowedActions is all; expected nothing here unless allowedActions is selected; remove it, or say allowedActions: selected",
    ],
    [
      "a role in incidents for two teams, and one for none",
      {
        teams: {
          a: { incidentRole: "commander" },
          b: { incidentRole: "commander" },
          c: { incidentRole: "engineering" },
          d: { incidentRole: "customers" },
        },
      },
      "repository.teams.b.incidentRole: commander, which a is already; expected one team for each role; remove it from one of them\n" +
        "repository.teams: nobody is communication in an incident; expected a team for each of commander, engineering, communication, customers; give a team that incidentRole",
    ],
    [
      "a code owner that is none",
      { codeOwners: { "*": ["platform-team"] } },
      "repository.codeOwners.*[0]: platform-team; expected @owner/team or @user",
    ],
    [
      "a code owner of another organization",
      { codeOwners: { "*": ["@other/platform-team"] } },
      "repository.codeOwners.*[0]: @other/platform-team; expected a team of velocity, which the repository belongs to; write @velocity/platform-team",
    ],
    [
      "a code owner that cannot write, whom GitHub would pass over",
      { teams: { web: { permission: "triage" } }, codeOwners: { "*": ["@velocity/web"] } },
      "repository.codeOwners.*[0]: @velocity/web, with permission triage; expected a team that may push: GitHub passes over the others without a word; say permission: push for teams.web",
    ],
    [
      "a reviewing team without access",
      {
        ...enterprise,
        teams: { web: {} },
        environment: { ...environment, reviewers: { teams: ["web"] } },
      },
      "repository.environment.reviewers.teams[0]: web, without access to the repository; expected a team that can read the repository; give teams.web a permission",
    ],
    [
      "a seventh reviewer",
      {
        ...enterprise,
        environment: {
          ...environment,
          reviewers: { users: ["a", "b", "c", "d", "e", "f", "g"] },
        },
      },
      "repository.environment.reviewers: 7 teams and users; expected 1 to 6 teams and users together; name a team instead of its members",
    ],
    [
      "a gate that nobody keeps",
      { ...enterprise, environment: { ...environment, reviewers: {} } },
      "repository.environment.reviewers: 0 teams and users; expected 1 to 6 teams and users together; name one, or remove it",
    ],
    [
      "a word about reviews where nobody reviews",
      { ...enterprise, environment: { ...environment, preventSelfReview: true } },
      "repository.environment.preventSelfReview: set where nobody reviews; remove it, or name reviewers",
    ],
    [
      "a wait of more than thirty days",
      { ...enterprise, environment: { ...environment, waitTimer: 43_201 } },
      "repository.environment.waitTimer: 43201; expected 0 to 43200 minutes",
    ],
    [
      "an environment that no branch may deploy to",
      { environment: { ...environment, branches: [] } },
      "repository.environment.branches: no branch; expected protected, or one name pattern at least; name a branch, such as main",
    ],
    [
      "protected branches where none is, since every branch could then deploy",
      { protection: false, environment },
      "repository.environment.branches: protected branches, and none is: GitHub would let every branch deploy; expected name patterns while protection is false; say branches: [main], or protect the default branch",
    ],
  ])("%s", async (_what, more, message) => {
    expect(await refusal(more)).toBe(message);
  });

  it("everything that is wrong at once", async () => {
    const message = await refusal({ plan: "free", name: "my shop", environment });
    expect(message?.split("\n").map((line) => line.split(":")[0])).toEqual([
      "repository.name",
      "repository.protection",
      "repository.environment",
    ]);
  });
});

// Requirement: REPO-03, REPO-04
describe("the plan of the organization", () => {
  const gate = { reviewers: { users: ["tech-lead"] }, waitTimer: 5 };
  const reviewers = "repository.environment.reviewers";

  it("is told with the ways out where it has no reviewers for a private repository", async () => {
    const message = await refusal({ environment: { ...environment, ...gate } });
    expect(message).toBe(
      "repository.environment.reviewers: required reviewers for a repository that is private, on GitHub's plan team; expected enterprise as the plan, or a public repository; remove it, say visibility: public, or say plan: enterprise if the organization has it\n" +
        "repository.environment.waitTimer: a wait timer for a repository that is private, on GitHub's plan team; expected enterprise as the plan, or a public repository; remove it, say visibility: public, or say plan: enterprise if the organization has it",
    );
  });

  it("is told with the ways out where it protects no branch of a private repository", async () => {
    expect(await refusal({ plan: "free" })).toBe(
      "repository.protection: protection of branches for a repository that is private, on GitHub's plan free; expected team or enterprise as the plan, or a public repository; say protection: false, say visibility: public, or say plan: team if the organization has it",
    );
  });

  it.each<[string, Partial<RepositoryArgs>]>([
    ["visibility: public", { visibility: "public" }],
    ["plan: enterprise", { plan: "enterprise" }],
    ["declaring without it", { environment }],
  ])("is no matter once the way out is taken: %s", async (_way, more) => {
    const gated = { environment: { ...environment, ...gate } };
    expect(await refusal(gated)).toContain(reviewers);
    expect(await refusal({ ...gated, ...more })).toBeUndefined();
  });

  it.each<[plan: (typeof githubPlans)[number], refused: string[]]>([
    [
      "free",
      [
        "protection",
        "addOns",
        "environment",
        "environment.reviewers",
        "environment.preventSelfReview",
        "environment.waitTimer",
      ],
    ],
    ["team", ["environment.reviewers", "environment.preventSelfReview", "environment.waitTimer"]],
    ["enterprise", []],
  ])("%s gives a private repository all but %j", (plan, refused) => {
    const everything = {
      protection: {},
      addOns: ["codeSecurity"] as const,
      environment: { ...gate, preventSelfReview: true },
    };
    const found = githubPlanProblems({ plan, visibility: "private", ...everything });
    expect(found.map(({ where }) => where.path)).toEqual(refused);
    expect(githubPlanProblems({ plan, visibility: "public", ...everything })).toEqual([]);
  });

  it("keeps internal visibility to enterprises", () => {
    const refused = githubPlans.filter(
      (plan) => githubPlanProblems({ plan, visibility: "internal", protection: false }).length > 0,
    );
    expect(refused).toEqual(["free", "team"]);
    expect(repositoryVisibilities).toContain("internal");
  });
});
