import { describe, expect, it } from "vitest";
import type { Reach } from "../../../operations/reach";
import { githubInventory } from "../../../operations/vendors/github-inventory";
import { VendorRefusal } from "../../../operations/vendors/rest";
import { supabaseInventory } from "../../../operations/vendors/supabase";
import { vercelInventory } from "../../../operations/vendors/vercel-inventory";

/** Answers each path, with its query where one is scripted, and 404 for anything else. */
function vendor(script: Readonly<Record<string, unknown>>) {
  const asked: string[] = [];
  const reach: Reach = {
    ask(url) {
      const { pathname, search } = new URL(url);
      asked.push(`${pathname}${search}`);
      const body = script[`${pathname}${search}`] ?? script[pathname];
      const [status, said] = body === undefined ? [404, {}] : [200, body];
      const text = JSON.stringify(said);
      return Promise.resolve({ status, headers: {}, body: text, url, milliseconds: 1 });
    },
  };
  return { access: { baseUrl: "https://api.example.com", token: "t", reach, backoffMs: 1 }, asked };
}

describe("what Vercel lists", () => {
  const type = (kind: string) =>
    `vercel:index/${kind.slice(0, 1).toLowerCase()}${kind.slice(1)}:${kind}`;

  it("is projects of the team, page by page", async () => {
    const one = (id: string, next: number | null) => ({
      projects: [{ id, name: id, accountId: "team_1" }],
      pagination: { next },
    });
    const { access, asked } = vendor({
      "/v10/projects?limit=100&search=shop&until=7&slug=velocity": one("b", null),
      "/v10/projects": one("a", 7),
    });
    const found = await vercelInventory({ ...access, team: "velocity" })[type("Project")]?.({
      name: "shop",
    });
    expect(found).toEqual(
      ["a", "b"].map((id) => ({ id, properties: { name: id, teamId: "team_1" } })),
    );
    expect(asked).toEqual([
      "/v10/projects?limit=100&search=shop&slug=velocity",
      "/v10/projects?limit=100&search=shop&until=7&slug=velocity",
    ]);
  });

  it("is domains, variables without values, routes and environments of a project", async () => {
    const { access } = vendor({
      "/v9/projects/prj_1/domains": { domains: [{ name: "shop.example" }] },
      "/v10/projects/prj_1/env": {
        envs: [
          { id: "e1", key: "A", target: "production", value: "never-read" },
          {
            id: "e2",
            key: "B",
            target: ["preview"],
            gitBranch: "next",
            customEnvironmentIds: ["c"],
          },
        ],
      },
      "/v1/projects/prj_1/routes": { routes: [{ id: "r1", name: "h", route: { src: "/.*" } }] },
      "/v9/projects/prj_1/custom-environments": { environments: [{ id: "c", slug: "qa" }] },
    });
    const projectId = "prj_1";
    const list = (kind: string) => vercelInventory(access)[type(kind)]?.({ projectId });
    expect(await list("ProjectDomain")).toEqual([
      { id: "shop.example", properties: { projectId, domain: "shop.example" } },
    ]);
    const variables = await list("ProjectEnvironmentVariable");
    expect(variables).toMatchObject([
      { id: "e1", properties: { key: "A", targets: ["production"], customEnvironmentIds: [] } },
      { id: "e2", properties: { gitBranch: "next", customEnvironmentIds: ["c"] } },
    ]);
    expect(JSON.stringify(variables)).not.toContain("never-read");
    expect(await list("ProjectRoute")).toEqual([
      { id: "r1", properties: { projectId, name: "h", route: { src: "/.*" } } },
    ]);
    expect(await list("CustomEnvironment")).toEqual([
      { id: "qa", properties: { projectId, name: "qa" } },
    ]);
  });

  it("is nothing where no project is named", async () => {
    const { access, asked } = vendor({});
    expect(await vercelInventory(access)[type("ProjectDomain")]?.({})).toBeUndefined();
    expect(asked).toEqual([]);
  });
});

describe("what Supabase lists", () => {
  it("is projects by organization, functions, secret keys and branches", async () => {
    const { access } = vendor({
      "/v1/projects": [
        {
          id: "ref",
          name: "shop",
          region: "ca-central-1",
          organization_id: "1",
          organization_slug: "o",
        },
        { id: "old", name: "shop", region: "ca-central-1", organization_id: "2" },
      ],
      "/v1/projects/ref/functions": [{ id: "f", slug: "mail", name: "Mail" }],
      "/v1/projects/ref/api-keys": [
        { id: "k", name: "ci", type: "secret", api_key: "never-read" },
        { id: null, name: "anon", type: "legacy" },
      ],
      "/v1/projects/ref/secrets": [],
      "/v1/projects/ref/branches": [{ id: "b", name: "next", git_branch: "next" }],
    });
    const inventory = supabaseInventory(access);
    const list = (type: string, inputs = {}) => inventory[`supabase:index/${type}`]?.(inputs);
    expect(await list("project:Project")).toMatchObject([
      { id: "ref", properties: { organizationId: "o" } },
      { id: "old", properties: { organizationId: "2" } },
    ]);
    const ofRef = { projectRef: "ref" };
    expect(await list("edgeFunction:EdgeFunction", ofRef)).toMatchObject([
      { id: "f", properties: { slug: "mail" } },
    ]);
    expect(await list("apikey:Apikey", ofRef)).toEqual([
      { id: "k", properties: { projectRef: "ref", name: "ci" } },
    ]);
    expect(await list("edgeFunctionSecrets:EdgeFunctionSecrets", ofRef)).toEqual([]);
    expect(await list("branch:Branch", { parentProjectRef: "ref" })).toMatchObject([
      { id: "b", properties: { gitBranch: "next" } },
    ]);
    expect(await list("apikey:Apikey")).toBeUndefined();
  });
});

describe("what GitHub lists", () => {
  const repo = "/repos/velocity/shop";
  it("is a repository, and its own rulesets, environments and secrets", async () => {
    const { access } = vendor({
      [repo]: { name: "shop", node_id: "R_1" },
      [`${repo}/rulesets`]: [
        { id: 1, name: "main", source_type: "Repository" },
        { id: 2, name: "all", source_type: "Organization" },
      ],
      [`${repo}/environments`]: { environments: [{ name: "prod" }] },
      [`${repo}/actions/secrets`]: { secrets: [{ name: "TOKEN" }] },
      "/orgs/velocity/teams": [{ id: 7, name: "Web", slug: "web" }],
    });
    const inventory = githubInventory({ ...access, owner: "velocity" });
    const list = (type: string, inputs = {}) => inventory[`github:index/${type}`]?.(inputs);
    const repository = "shop";
    expect(await list("repository:Repository", { name: "shop" })).toEqual([
      { id: "shop", properties: { name: "shop", nodeId: "R_1" } },
    ]);
    expect(await list("repositoryRuleset:RepositoryRuleset", { repository })).toEqual([
      { id: "1", properties: { repository, name: "main" } },
    ]);
    expect(await list("repositoryEnvironment:RepositoryEnvironment", { repository })).toEqual([
      { id: "shop:prod", properties: { repository, environment: "prod" } },
    ]);
    expect(await list("actionsSecret:ActionsSecret", { repository })).toEqual([
      { id: "shop:TOKEN", properties: { repository, secretName: "TOKEN" } },
    ]);
    expect(await list("team:Team")).toEqual([
      { id: "7", properties: { name: "Web", slug: "web" } },
    ]);
  });

  it("is nothing in a repository that is not there, and every page of a long list", async () => {
    const secrets = (from: number, count: number) => ({
      secrets: Array.from({ length: count }, (_, at) => ({ name: `S${from + at}` })),
    });
    const { access } = vendor({
      [`${repo}/actions/secrets?per_page=100&page=1`]: secrets(0, 100),
      [`${repo}/actions/secrets?per_page=100&page=2`]: secrets(100, 3),
    });
    const inventory = githubInventory({ ...access, owner: "velocity" });
    const list = inventory["github:index/actionsSecret:ActionsSecret"];
    expect(await list?.({ repository: "shop" })).toHaveLength(103);
    expect(await list?.({ repository: "none" })).toEqual([]);
  });

  it("is refused like any other call where a token may not ask", async () => {
    const reach: Reach = {
      ask: (url) => Promise.resolve({ status: 403, headers: {}, body: "{}", url, milliseconds: 1 }),
    };
    const access = { baseUrl: "https://api.example.com", token: "t", reach, owner: "velocity" };
    const list = githubInventory(access)["github:index/repository:Repository"];
    await expect(list?.({ name: "shop" })).rejects.toThrow(VendorRefusal);
  });
});
