import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readLedger } from "../../../sandbox/client/ledger";
import { type Properties, secret, TestCloud } from "../server/harness";

const type = (name: string) => `github:index/${name[0]!.toLowerCase()}${name.slice(1)}:${name}`;

let cloud: TestCloud;
beforeEach(async () => {
  cloud = await TestCloud.open();
  await cloud.configure("github", { owner: "velocity" }, "dev");
});
afterEach(() => cloud.close());

const make = (name: string, inputs: Properties, as = "it") => cloud.create(type(name), as, inputs);
const api = "https://api.github.com/repos/velocity/shop";
const makeRepository = (more: Properties = {}) =>
  make("Repository", { name: "shop", autoInit: true, ...more }, "shop");
const makeEnvironment = (more: Properties = {}) =>
  make("RepositoryEnvironment", { repository: "shop", environment: "production", ...more });
const file = { repository: "shop", file: "SECURITY.md", content: "# Security" };
const reviewed = { requiredPullRequestReviews: [{ requiredApprovingReviewCount: 2 }] };

// Requirement: REPO-01, REPO-16
describe("a file on a protected branch", () => {
  const protect = async (more: Properties) => {
    const { properties } = await makeRepository();
    const rule = { repositoryId: properties["nodeId"] as string, pattern: "main" };
    return make("BranchProtection", { ...rule, ...reviewed, enforceAdmins: true, ...more });
  };

  test("is neither made, changed nor deleted, in GitHub's words", async () => {
    await makeRepository();
    const before = await make("RepositoryFile", file);
    await make("BranchProtection", {
      ...{ repositoryId: "shop", pattern: "main", enforceAdmins: true },
      ...reviewed,
    });
    const said = (verb: string) =>
      `409 Could not ${verb} file: Changes must be made through a pull request. []`;
    await expect(make("RepositoryFile", { ...file, file: "OTHER.md" })).rejects.toThrow(
      `PUT ${api}/contents/OTHER.md: ${said("create")}`,
    );
    const change = { id: before.id, oldInputs: file, olds: before.properties };
    const news = { ...file, content: "# Other" };
    await expect(cloud.update(type("RepositoryFile"), "it", { ...change, news })).rejects.toThrow(
      `PUT ${api}/contents/SECURITY.md: ${said("update")}`,
    );
    await expect(cloud.delete(type("RepositoryFile"), "it", before.id)).rejects.toThrow(
      `DELETE ${api}/contents/SECURITY.md: ${said("delete")}`,
    );
  });

  test.each<[string, Properties]>([
    ["administrators may pass the rule by", { enforceAdmins: false }],
    ["the rule is for other branches", { pattern: "release/*" }],
    ["the rule asks for nothing", { requiredPullRequestReviews: [] }],
  ])("is made where %s", async (_why, more) => {
    await protect(more);
    await expect(make("RepositoryFile", file)).resolves.toMatchObject({
      id: "shop:SECURITY.md:main",
    });
  });

  test("is refused where a pattern covers the branch", async () => {
    await protect({ pattern: "ma*" });
    await expect(make("RepositoryFile", file)).rejects.toThrow("through a pull request");
  });
});

describe("a file", () => {
  test("needs a branch, which a repository without a first commit has not", async () => {
    await makeRepository({ autoInit: false });
    await expect(make("RepositoryFile", file)).rejects.toThrow(`GET ${api}/branches/main: 404`);
  });

  test("that is there already is not overwritten", async () => {
    await makeRepository();
    await make("RepositoryFile", file, "one");
    await expect(make("RepositoryFile", file, "two")).rejects.toThrow(
      "refusing to overwrite existing file",
    );
  });
});

describe("the same again is refused", () => {
  const twice: [string, string, Properties, string][] = [
    [
      "a rule for the same branches",
      "BranchProtection",
      { repositoryId: "shop", pattern: "main" },
      "Name already protected: main",
    ],
    [
      "a team of the same name",
      "Team",
      { name: "Platform Team" },
      "POST https://api.github.com/orgs/velocity/teams: 422 Validation Failed [{Resource:Team Field:data Code:unprocessable Message:Name must be unique for this org}]",
    ],
    [
      "a variable of the same name",
      "ActionsEnvironmentVariable",
      { repository: "shop", environment: "production", variableName: "LEVEL", value: "1" },
      `POST ${api}/environments/production/variables: 409 Already exists`,
    ],
  ];

  test.each(twice)("%s", async (_what, name, inputs, refusal) => {
    await makeRepository();
    await makeEnvironment();
    const { id } = await make(name, inputs, "one");
    await expect(make(name, inputs, "two")).rejects.toThrow(refusal);
    await cloud.delete(type(name), "one", id);
    await expect(make(name, inputs, "two")).resolves.toBeDefined();
  });

  test("but an environment of the same name is changed, as GitHub does it", async () => {
    await makeRepository();
    await makeEnvironment();
    await expect(makeEnvironment({ waitTimer: 5 })).resolves.toBeDefined();
  });
});

describe("what is not there is not found", () => {
  const place = { repository: "shop", environment: "production" };
  const lost: [string, Properties, string][] = [
    ["RepositoryEnvironment", place, `PUT ${api}/environments/production: 404 Not Found`],
    ["BranchDefault", { repository: "shop", branch: "main" }, `GET ${api}/branches/main: 404`],
    ["ActionsRepositoryPermissions", { repository: "shop" }, `PUT ${api}/actions/permissions: 404`],
    [
      "ActionsSecret",
      { repository: "shop", secretName: "A", value: secret("v") },
      `GET ${api}/actions/secrets/public-key: 404`,
    ],
    [
      "ActionsEnvironmentSecret",
      { ...place, secretName: "A", value: secret("v") },
      `GET ${api}/environments/production/secrets/public-key: 404`,
    ],
    [
      "TeamMembers",
      { teamSlug: "nobody", members: [{ username: "octocat" }] },
      "GET https://api.github.com/orgs/velocity/teams/nobody/members: 404",
    ],
    [
      "BranchProtection",
      { repositoryId: "R_none", pattern: "main" },
      "Could not resolve to a node",
    ],
  ];

  test.each(lost)("%s", async (name, inputs, refusal) => {
    await expect(make(name, inputs)).rejects.toThrow(refusal);
  });
});

// Requirement: REPO-03
describe("a policy for branches of an environment", () => {
  const policy = { repository: "shop", environment: "production", branchPattern: "main" };
  const name = "RepositoryEnvironmentDeploymentPolicy";

  test.each<[string, Properties]>([
    ["any branch", {}],
    [
      "protected branches",
      { deploymentBranchPolicy: { protectedBranches: true, customBranchPolicies: false } },
    ],
  ])("is not found where the environment takes %s", async (_what, more) => {
    await makeRepository();
    await makeEnvironment(more);
    await expect(make(name, policy)).rejects.toThrow(
      `POST ${api}/environments/production/deployment-branch-policies: 404 Not Found []`,
    );
  });

  test("is made where the environment takes patterns", async () => {
    await makeRepository();
    await makeEnvironment({
      deploymentBranchPolicy: { protectedBranches: false, customBranchPolicies: true },
    });
    const made = await make(name, policy);
    expect(made.id).toMatch(/^shop:production:\d+$/);
  });
});

describe("security updates", () => {
  const updates = (enabled: boolean) =>
    make("RepositoryDependabotSecurityUpdates", { repository: "shop", enabled });

  test("need the alerts, unless they are switched off", async () => {
    await makeRepository();
    await expect(updates(true)).rejects.toThrow(
      "422 Vulnerability alerts must be enabled to enable automated security fixes.",
    );
    await expect(updates(false)).resolves.toBeDefined();
    await make("RepositoryVulnerabilityAlerts", { repository: "shop", enabled: true });
    await expect(updates(true)).resolves.toBeDefined();
  });
});

describe("what goes with what it is in", () => {
  test("all of a repository, a rule that names it by its node included", async () => {
    const { id, properties } = await makeRepository();
    await make("BranchProtection", {
      repositoryId: properties["nodeId"] as string,
      pattern: "main",
    });
    await makeEnvironment();
    await make("Team", { name: "kept" }, "kept");
    await cloud.delete(type("Repository"), "shop", id);
    expect(readLedger(cloud.home).objects.map((object) => object.type)).toEqual([type("Team")]);
  });

  test("the secrets of an environment, and a team's access", async () => {
    await makeRepository();
    const { id } = await makeEnvironment();
    const secretInputs = { repository: "shop", environment: "production", secretName: "A" };
    await make("ActionsEnvironmentSecret", { ...secretInputs, value: secret("v") });
    const team = await make("Team", { name: "owners" }, "owners");
    await make("TeamRepository", { teamId: team.id, repository: "shop" });
    await cloud.delete(type("RepositoryEnvironment"), "it", id);
    await cloud.delete(type("Team"), "owners", team.id);
    expect(readLedger(cloud.home).objects.map((object) => object.type)).toEqual([
      type("Repository"),
    ]);
  });
});

describe("a lookup by name", () => {
  const lookUp = (name: string, inputs: Properties) =>
    cloud.invoke(`github:index/${name}:${name}`, inputs);

  test("finds a team that was made, with who is in it", async () => {
    const { id } = await make("Team", { name: "owners", privacy: "closed" });
    await make("TeamMembers", { teamSlug: "owners", members: [{ username: "octocat" }] });
    const { result } = await lookUp("getTeam", { slug: "owners" });
    expect(result).toMatchObject({ id, slug: "owners", privacy: "closed", members: ["octocat"] });
  });

  test("finds no team that nobody made", async () => {
    await expect(lookUp("getTeam", { slug: "nobody" })).rejects.toThrow(
      "GET https://api.github.com/orgs/velocity/teams/nobody: 404 Not Found []",
    );
  });

  test("finds the same person under the same login, in whatever letters", async () => {
    const idOf = async (username: string) =>
      (await lookUp("getUser", { username })).result["id"] as string;
    expect(await idOf("tech-lead")).toMatch(/^\d+$/);
    expect(await idOf("Tech-Lead")).toBe(await idOf("tech-lead"));
    expect(await idOf("other")).not.toBe(await idOf("tech-lead"));
  });

  test.each(["-lead", "a--b", "two words", "x".repeat(40)])(
    "finds nobody under %j, which is no login",
    async (username) => {
      await expect(lookUp("getUser", { username })).rejects.toThrow("404 Not Found");
    },
  );

  test("finds a repository by its name and by its full name, and no other", async () => {
    const { properties } = await makeRepository({ visibility: "private" });
    const names: Properties[] = [{ name: "shop" }, { fullName: "velocity/shop" }];
    for (const asked of names) {
      expect((await lookUp("getRepository", asked)).result).toMatchObject({
        fullName: "velocity/shop",
        nodeId: properties["nodeId"],
        private: true,
        visibility: "private",
      });
    }
    await expect(lookUp("getRepository", { name: "other" })).rejects.toThrow(
      "GET https://api.github.com/repos/velocity/other: 404 Not Found []",
    );
  });
});

describe("what a change replaces", () => {
  const replaced: [string, Properties, Properties, string[]][] = [
    [
      "RepositoryEnvironment",
      { repository: "shop", environment: "production" },
      { environment: "live" },
      ["environment"],
    ],
    [
      "BranchProtection",
      { repositoryId: "shop", pattern: "main" },
      { repositoryId: "other" },
      ["repositoryId"],
    ],
    ["RepositoryFile", file, { file: "OTHER.md" }, ["file"]],
    ["TeamRepository", { teamId: "1", repository: "shop" }, { teamId: "2" }, ["teamId"]],
    ["BranchProtection", { repositoryId: "shop", pattern: "main" }, { pattern: "ma*" }, []],
    ["Repository", { name: "shop" }, { visibility: "public" }, []],
  ];

  test.each(replaced)("%s", async (name, before, change, replaces) => {
    const diff = await cloud.diff(type(name), "it", before, { ...before, ...change });
    expect(diff.replaces).toEqual(replaces);
  });
});
