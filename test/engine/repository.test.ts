import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RepositoryArgs } from "../../components/repository";
import { readLedger } from "../../sandbox/client";
import { engineProject, type EngineProject, type Finished } from "./support/engine-project";

const owner: RepositoryArgs = {
  owner: "velocity",
  name: "shop",
  plan: "enterprise",
  owned: true,
  protection: { checks: ["test"] },
  teams: {
    "platform-team": { permission: "push", members: { "devops-lead": "maintainer" } },
  },
  codeOwners: { "*": ["@velocity/platform-team"] },
  environment: {
    name: "production",
    reviewers: { teams: ["platform-team"], users: ["tech-lead"] },
    waitTimer: 5,
  },
};
const other: RepositoryArgs = {
  ...{ owner: "velocity", name: "shop", plan: "enterprise", owned: false },
  environment: { name: "staging", branches: ["main"] },
};

let project: EngineProject;
beforeAll(async () => {
  project = await engineProject("repository", "prod");
  await project.program(path.join(__dirname, "fixtures/repository.ts"));
  await project.pulumi(["stack", "init", "staging"]);
  for (const stack of ["prod", "staging"]) {
    await project.pulumi(["config", "set", "github:owner", "velocity", "--stack", stack]);
  }
});
afterAll(() => project.remove());

const run = (stack: string, args: RepositoryArgs, ...command: string[]): Promise<Finished> =>
  project.pulumi([...command, "--stack", stack], { REPOSITORY: JSON.stringify(args) });
const up = (stack: string, args: RepositoryArgs) =>
  run(stack, args, "up", "--yes", "--skip-preview");

async function succeeds(done: Promise<Finished>): Promise<string> {
  const { code, stdout, stderr } = await done;
  expect({ code, said: code === 0 ? "" : stdout + stderr }).toEqual({ code: 0, said: "" });
  return stdout;
}

const nameOf = (urn: string) => urn.split("::").at(-1) ?? "";
const operations = () => readLedger(project.cloud).log.map(({ op, urn }) => `${op} ${nameOf(urn)}`);
const objects = () => readLedger(project.cloud).objects.map(({ urn }) => nameOf(urn));
const inputsOf = (name: string) =>
  readLedger(project.cloud).objects.find(({ urn }) => nameOf(urn) === name)?.inputs;

// Requirement: REPO-01, REPO-03, REPO-04, REPO-16, REPO-19, SECR-01, COMP-03
describe("the repository on the engine", () => {
  test("is previewed by a stack that does not own it before it is there, and not made", async () => {
    const text = await succeeds(run("staging", other, "preview"));
    expect(text).toContain("repository-environment");
    const refused = await up("staging", other);
    expect(refused.code).not.toBe(0);
    expect(refused.stdout + refused.stderr).toContain(
      "https://api.github.com/repos/velocity/shop/environments/staging: 404 Not Found",
    );
  });

  test("is made by its owner: files before protection, the environment before its secrets", async () => {
    await succeeds(up("prod", owner));
    const done = operations();
    const at = (name: string) => done.indexOf(`create ${name}`);
    const order = [
      "repository",
      "repository-default-branch",
      "repository-file-.github/CODEOWNERS",
      "repository-file-.github/ISSUE_TEMPLATE/release.yml",
      "repository-file-.github/pull_request_template.md",
      "repository-file-SECURITY.md",
      "repository-protection",
      "repository-environment",
      "secrets-DEPLOY_TOKEN-github",
    ];
    const places = order.map(at);
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(at("repository-access-platform-team")).toBeLessThan(at("repository-environment"));
    expect(inputsOf("repository-environment")).toMatchObject({
      reviewers: [{ teams: [expect.any(Number)], users: [expect.any(Number)] }],
      waitTimer: 5,
    });
  });

  test("is found unchanged by a second update and by a refresh", async () => {
    const before = operations().length;
    await succeeds(run("prod", owner, "preview", "--expect-no-changes"));
    await succeeds(run("prod", owner, "refresh", "--yes", "--expect-no-changes"));
    expect(operations()).toHaveLength(before);
  });

  test("takes one more review by one call, and other owners of code by none", async () => {
    const before = operations().length;
    const changed: RepositoryArgs = {
      ...owner,
      protection: { checks: ["test"], requiredApprovingReviewCount: 3 },
      codeOwners: { "*": ["@tech-lead"] },
    };
    await succeeds(up("prod", changed));
    expect(operations().slice(before)).toEqual(["update repository-protection"]);
    await succeeds(up("prod", owner));
  });

  test("leaves its files where they are when the program does not name them any more", async () => {
    await succeeds(up("prod", { ...owner, files: "none" }));
    expect(objects()).toContain("repository-file-SECURITY.md");
  });

  test("gets the environment of the other stack, for a branch by name", async () => {
    await succeeds(up("staging", other));
    expect(inputsOf("repository-environment-branch-main")).toMatchObject({
      environment: "staging",
      branchPattern: "main",
    });
  });

  test("is refused to a second owner, in GitHub's words", async () => {
    const withoutOwn = { ...owner, environment: undefined };
    const { code, stdout, stderr } = await up("staging", withoutOwn);
    expect(code).not.toBe(0);
    expect(stdout + stderr).toContain("name already exists on this account");
    await succeeds(up("staging", other));
  });

  test("goes with everything in it", async () => {
    await succeeds(run("staging", other, "destroy", "--yes", "--skip-preview"));
    await succeeds(run("prod", owner, "destroy", "--yes", "--skip-preview"));
    expect(objects()).toEqual([]);
  });
});
