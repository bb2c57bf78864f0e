import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readLedger } from "../../../sandbox/client/ledger";
import { type Properties, TestCloud } from "../server/harness";
import { appOf } from "./inputs/digitalocean";

const project = "vercel:index/project:Project";
const domain = "vercel:index/projectDomain:ProjectDomain";
const variable = "vercel:index/projectEnvironmentVariable:ProjectEnvironmentVariable";
const variables = "vercel:index/projectEnvironmentVariables:ProjectEnvironmentVariables";
const route = "vercel:index/projectRoute:ProjectRoute";
const database = "supabase:index/project:Project";

let cloud: TestCloud;
let projectId: string;
beforeEach(async () => {
  cloud = await TestCloud.open();
  projectId = (await cloud.create(project, "web", { name: "shop" }, { stack: "dev" })).id;
});
afterEach(() => cloud.close());

const budgetNamed = (name: string) => ({
  name,
  budgetType: "COST",
  limitAmount: "1",
  timeUnit: "MONTHLY",
});
const variableOf = (projectId: string, targets: string[], more: Properties = {}) => ({
  projectId,
  key: "API_URL",
  value: "v",
  sensitive: false,
  targets,
  ...more,
});

/** What exists once in an account: type, inputs, and what the vendor says to the second. */
const once: [string, string, () => Properties, string][] = [
  [
    "a Vercel project's name in a team",
    project,
    () => ({ name: "shop" }),
    'Could not create project shop, unexpected error: conflict - Project "shop" already exists',
  ],
  [
    "a GitHub repository's name of an owner",
    "github:index/repository:Repository",
    () => ({ name: "velocity-platform" }),
    "POST https://api.github.com/orgs/sandbox/repos: 422 Repository creation failed. [{Resource:Repository Field:name Code:custom Message:name already exists on this account}]",
  ],
  [
    "an app's name in a DigitalOcean account",
    "digitalocean:index/app:App",
    () => appOf("shop"),
    'Error creating App: POST https://api.digitalocean.com/v2/apps: 409 app name "shop" already exists',
  ],
  [
    "an OIDC provider's URL in an AWS account",
    "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
    () => ({
      url: "https://token.actions.githubusercontent.com",
      clientIdLists: ["sts.amazonaws.com"],
    }),
    "EntityAlreadyExists: Provider with url https://token.actions.githubusercontent.com already exists.",
  ],
  [
    "a secret's name in an AWS account and region",
    "aws:secretsmanager/secret:Secret",
    () => ({ name: "velocity/JWT_SECRET" }),
    "ResourceExistsException: The operation failed because the secret velocity/JWT_SECRET already exists.",
  ],
  [
    "a budget's name in an AWS account",
    "aws:budgets/budget:Budget",
    () => budgetNamed("velocity-platform"),
    "DuplicateRecordException: Error creating budget: velocity-platform - the budget already exists.",
  ],
  [
    "a bucket's name in us-east-1",
    "aws:s3/bucket:Bucket",
    () => ({ bucket: "velocity-assets", region: "us-east-1" }),
    "creating S3 Bucket (velocity-assets): BucketAlreadyExists",
  ],
  [
    "a bucket's name anywhere else",
    "aws:s3/bucket:Bucket",
    () => ({ bucket: "velocity-assets", region: "ca-central-1" }),
    "BucketAlreadyOwnedByYou: Your previous request to create the named bucket succeeded and you already own it.",
  ],
  [
    "the monitor of all services in an AWS account",
    "aws:costexplorer/anomalyMonitor:AnomalyMonitor",
    () => ({ name: "services", monitorType: "DIMENSIONAL", monitorDimension: "SERVICE" }),
    "LimitExceededException: Limit exceeded on dimensional spend monitor creation",
  ],
  [
    "a policy's name in an AWS account",
    "aws:iam/policy:Policy",
    () => ({ name: "stop", policy: "{}" }),
    "EntityAlreadyExists: A policy called stop already exists. Duplicate names are not allowed.",
  ],
  [
    "a role's name in an AWS account",
    "aws:iam/role:Role",
    () => ({ name: "copier", assumeRolePolicy: "{}" }),
    "EntityAlreadyExists: Role with name copier already exists.",
  ],
  [
    "a domain in a team",
    domain,
    () => ({ projectId, domain: "shop.example" }),
    "unexpected error: domain_already_in_use - Cannot add shop.example since it's already assigned to another project.",
  ],
  [
    "a route's name in a project",
    route,
    () => ({
      projectId,
      name: "headers",
      position: { placement: "start" },
      route: { src: "/", status: 404 },
    }),
    'conflict - A route named "headers" already exists in this project.',
  ],
  [
    "a variable's key for a target of a project",
    variable,
    () => variableOf(projectId, ["production"]),
    "ENV_CONFLICT - A variable with the name `API_URL` already exists for the target production on branch undefined",
  ],
];

describe("what exists once is refused to a second stack", () => {
  test.each(once)("%s", async (_what, type, inputs, refusal) => {
    await cloud.create(type, "first", inputs(), { stack: "prod" }).catch((error: Error) => {
      if (type !== project) throw error;
    });
    const before = readLedger(cloud.home).log.length;
    await expect(
      cloud.create(type, "second", inputs(), { stack: "staging" }),
    ).rejects.toMatchObject({
      code: 2,
      details: expect.stringContaining(refusal) as string,
    });
    expect(readLedger(cloud.home).log).toHaveLength(before);
  });

  test.each(once.slice(1))("and free again once it is deleted: %s", async (_what, type, inputs) => {
    const first = await cloud.create(type, "first", inputs(), { stack: "prod" });
    await cloud.delete(type, "first", first.id, { stack: "prod" });
    await expect(
      cloud.create(type, "second", inputs(), { stack: "staging" }),
    ).resolves.toBeDefined();
  });
});

describe("the same is no conflict", () => {
  test("for projects of two teams", async () => {
    await cloud.create(project, "web", { name: "shop", teamId: "team_2" }, { stack: "prod" });
    await cloud.configure("vercel", { team: "team_3" }, "staging");
    await expect(
      cloud.create(project, "web", { name: "shop" }, { stack: "staging" }),
    ).resolves.toBeDefined();
  });

  test("for repositories of two owners, but for two spellings of one it is", async () => {
    const repository = "github:index/repository:Repository";
    await cloud.configure("github", {}, "dev");
    await cloud.configure("github", { owner: "velocity" }, "prod");
    await cloud.create(repository, "r", { name: "Web" }, { stack: "dev" });
    await cloud.create(repository, "r", { name: "web" }, { stack: "prod" });
    await expect(cloud.create(repository, "s", { name: "WEB" }, { stack: "prod" })).rejects.toThrow(
      "already exists",
    );
  });

  test("for a variable of other targets, another branch or another project", async () => {
    const other = await cloud.create(project, "api", { name: "api" });
    await cloud.create(variable, "a", variableOf(projectId, ["production"]));
    await cloud.create(variable, "b", variableOf(projectId, ["preview"]));
    await cloud.create(variable, "c", variableOf(projectId, ["preview"], { gitBranch: "staging" }));
    await cloud.create(variable, "d", variableOf(other.id, ["production"]));
    await expect(
      cloud.create(variable, "e", variableOf(projectId, ["development", "preview"])),
    ).rejects.toThrow("for the target preview on branch undefined");
  });

  test("for the names of Supabase projects", async () => {
    const inputs = {
      organizationId: "o",
      region: "eu-west-1",
      name: "db",
      databasePassword: "pw12",
    };
    const [one, two] = [
      await cloud.create(database, "a", inputs),
      await cloud.create(database, "b", inputs),
    ];
    expect(one.id).not.toBe(two.id);
  });
});

describe("variables in a list", () => {
  test("hold their keys against single variables", async () => {
    await cloud.create(variable, "a", variableOf(projectId, ["production"]));
    const list = [
      { key: "OTHER", targets: ["production"] },
      { key: "API_URL", targets: ["production"] },
    ];
    const asked = cloud.create(variables, "v", {
      projectId,
      variables: list.map((item) => ({ ...item, value: "v", sensitive: false })),
    });
    await expect(asked).rejects.toThrow("A variable with the name `API_URL` already exists");
    expect(readLedger(cloud.home).objects).toHaveLength(2);
  });
});

describe("what an object needs", () => {
  test.each([
    [
      domain,
      () => ({ projectId: "prj_x", domain: "a.example" }),
      "Error creating project domain: Could not find project",
    ],
    [
      variable,
      () => variableOf("prj_x", ["preview"]),
      "Error creating project environment variable: Could not find project",
    ],
    [
      "supabase:index/settings:Settings",
      () => ({ projectRef: "abcdefghijklmnopqrst" }),
      "got status 404",
    ],
  ])("must be there first: %s", async (type, inputs, refusal) => {
    await expect(cloud.create(type, "x", inputs())).rejects.toThrow(refusal);
  });

  test("includes the domain that a domain redirects to, in the same project", async () => {
    const other = await cloud.create(project, "api", { name: "api" });
    await cloud.create(domain, "elsewhere", { projectId: other.id, domain: "api.example" });
    await cloud.create(domain, "apex", { projectId, domain: "shop.example" });
    const redirect = (to: string) =>
      cloud.create(domain, "www", {
        projectId,
        domain: `www.${to}`,
        redirect: to,
        redirectStatusCode: 308,
      });
    await expect(redirect("nowhere.example")).rejects.toThrow(
      "nowhere.example is not a domain of this project",
    );
    await expect(redirect("api.example")).rejects.toThrow(
      "api.example is not a domain of this project",
    );
    await expect(redirect("shop.example")).resolves.toMatchObject({ id: "www.shop.example" });
  });
});
