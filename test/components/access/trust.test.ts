import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  environmentSubject,
  pullRequestSubject,
  trustOf,
  workflowOf,
} from "../../../components/access/documents";
import { type Claims, letsIn } from "./trust";

const account = "123456789012";
const repository = "velocity/velocity-platform";
const aud = "sts.amazonaws.com";
const deploy = trustOf(account, environmentSubject(repository, "production"));
const preview = trustOf(account, pullRequestSubject(repository));
const genuine = { aud, sub: "repo:velocity/velocity-platform:environment:production" };

const forged: [what: string, claims: Claims][] = [
  ["another repository", { aud, sub: "repo:velocity/other:environment:production" }],
  ["another organisation", { aud, sub: "repo:evil/velocity-platform:environment:production" }],
  ["another environment", { aud, sub: "repo:velocity/velocity-platform:environment:staging" }],
  ["the main branch", { aud, sub: "repo:velocity/velocity-platform:ref:refs/heads/main" }],
  [
    "a branch named like the environment",
    { aud, sub: "repo:velocity/velocity-platform:ref:refs/heads/environment:production" },
  ],
  ["a tag", { aud, sub: "repo:velocity/velocity-platform:ref:refs/tags/v1" }],
  ["a pull request", { aud, sub: "repo:velocity/velocity-platform:pull_request" }],
  ["upper case", { aud, sub: "repo:Velocity/velocity-platform:environment:production" }],
  ["an environment in upper case", { aud, sub: genuine.sub.replace("production", "Production") }],
  ["a longer environment", { aud, sub: `${genuine.sub}-eu` }],
  ["a shorter environment", { aud, sub: genuine.sub.slice(0, -1) }],
  [
    "a repository with this one's name as its beginning",
    { aud, sub: "repo:velocity/velocity-platform-fork:environment:production" },
  ],
  ["something before it", { aud, sub: `x${genuine.sub}` }],
  ["something after it", { aud, sub: `${genuine.sub}:ref:refs/heads/main` }],
  ["wildcards", { aud, sub: "repo:velocity/*:environment:*" }],
  ["an empty subject", { aud, sub: "" }],
  ["no subject", { aud }],
  ["another audience", { ...genuine, aud: "https://github.com/velocity" }],
  ["no audience", { sub: genuine.sub }],
  ["an audience in upper case", { ...genuine, aud: aud.toUpperCase() }],
];

// Requirement: COMP-03, SECR-07
describe("the trust policy of the deploy role", () => {
  it("lets in a job of its environment", () => {
    expect(letsIn(deploy, genuine)).toBe(true);
  });

  it.each(forged)("keeps out a token with %s", (_what, claims) => {
    expect(letsIn(deploy, claims)).toBe(false);
  });

  it("keeps out every other subject", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (sub) => {
        fc.pre(sub !== genuine.sub);
        expect(letsIn(deploy, { aud, sub })).toBe(false);
        expect(letsIn(deploy, { aud, sub: `repo:${repository}${sub}` })).toBe(
          `repo:${repository}${sub}` === genuine.sub,
        );
      }),
    );
  });

  it("names the account's provider for GitHub, and no other", () => {
    expect(deploy.Statement.map(({ Principal }) => Principal)).toEqual([
      {
        Federated: `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com`,
      },
    ]);
  });

  it("holds no wildcard", () => {
    expect(JSON.stringify([deploy, preview])).not.toMatch(/[*?]|StringLike/);
  });
});

describe("the trust policy of the preview role", () => {
  it("lets in a job of a pull request", () => {
    expect(letsIn(preview, { aud, sub: `repo:${repository}:pull_request` })).toBe(true);
  });

  it.each([
    ["a job of an environment", genuine.sub],
    ["a branch", `repo:${repository}:ref:refs/heads/main`],
    ["a branch of that name", `repo:${repository}:ref:refs/heads/pull_request`],
    ["another repository's pull request", "repo:velocity/other:pull_request"],
    ["a target of pull requests", `repo:${repository}:pull_request_target`],
  ])("keeps out %s", (_what, sub) => {
    expect(letsIn(preview, { aud, sub })).toBe(false);
  });
});

// Requirement: OPS-06
describe("the trust policy of the drift role", () => {
  const file = ".github/workflows/drift.yml";
  const subject = environmentSubject(repository, "production-drift");
  const drift = trustOf(account, subject, workflowOf(repository, file, "main"));
  const nightly = {
    aud,
    sub: "repo:velocity/velocity-platform:environment:production-drift",
    job_workflow_ref: "velocity/velocity-platform/.github/workflows/drift.yml@refs/heads/main",
  };

  it("lets in the workflow of each night on main", () => {
    expect(letsIn(drift, nightly)).toBe(true);
  });

  it.each<[string, Claims]>([
    ...forged.map(([what, claims]): [string, Claims] => [
      what,
      { ...claims, job_workflow_ref: nightly.job_workflow_ref },
    ]),
    ["the environment of updates", { ...nightly, sub: genuine.sub }],
    [
      "another workflow",
      { ...nightly, job_workflow_ref: nightly.job_workflow_ref.replace("drift", "up") },
    ],
    [
      "the workflow of another branch",
      { ...nightly, job_workflow_ref: nightly.job_workflow_ref.replace("main", "drift") },
    ],
    [
      "the workflow of a pull request",
      { ...nightly, job_workflow_ref: `velocity/velocity-platform/${file}@refs/pull/7/merge` },
    ],
    [
      "the same workflow of a fork",
      { ...nightly, job_workflow_ref: `evil/velocity-platform/${file}@refs/heads/main` },
    ],
    ["no workflow", { aud, sub: nightly.sub }],
  ])("keeps out a token with %s", (_what, claims) => {
    expect(letsIn(drift, claims)).toBe(false);
  });

  it("opens nothing else to that workflow", () => {
    expect([letsIn(deploy, nightly), letsIn(preview, nightly)]).toEqual([false, false]);
  });
});

describe("the evaluator of these tests", () => {
  const trusting = (operator: string, sub: string) => ({
    ...deploy,
    Statement: [
      {
        ...deploy.Statement[0]!,
        Condition: { [operator]: { "token.actions.githubusercontent.com:sub": sub } },
      },
    ],
  });

  it("finds a wildcard that lets others in", () => {
    const loose = trusting("StringLike", "repo:velocity/*:*");
    expect(forged.filter(([, claims]) => letsIn(loose, claims)).length).toBeGreaterThan(5);
  });

  it("throws for an operator that it does not know", () => {
    expect(() => letsIn(trusting("StringNotEquals", "x"), genuine)).toThrow(
      "the evaluator does not know StringNotEquals",
    );
  });
});
