import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { secret, TestCloud, unknown } from "./harness";

const project = "vercel:index/project:Project";
const domain = "vercel:index/projectDomain:ProjectDomain";
const route = "vercel:index/projectRoute:ProjectRoute";
const variable = "vercel:index/projectEnvironmentVariable:ProjectEnvironmentVariable";
const database = "supabase:index/project:Project";

const { DIFF_NONE, DIFF_SOME } = messages.DiffResponse.DiffChanges;
const { UPDATE, UPDATE_REPLACE } = messages.PropertyDiff.Kind;

let cloud: TestCloud;
beforeEach(async () => {
  cloud = await TestCloud.open();
});
afterEach(() => {
  cloud.close();
  expect(cloud.complaints).toEqual([]);
});

describe("check", () => {
  test("names the property that it refuses", async () => {
    const { failures } = await cloud.check(domain, "d", {
      projectId: "p",
      domain: "a.example",
      redirectStatusCode: 305,
    });
    expect(failures.map(({ property }) => property)).toEqual(["redirectStatusCode"]);
  });

  test("does not judge what is not known yet", async () => {
    const news = { projectId: unknown, domain: "a.example" };
    expect(await cloud.check(domain, "d", news)).toEqual({ inputs: news, failures: [] });
  });

  test("keeps secrets secret, and makes those secret that the SDK does", async () => {
    const news = {
      organizationId: "o",
      region: "eu-west-1",
      name: secret("n"),
      databasePassword: "clear-text",
    };
    const { inputs } = await cloud.check(database, "db", news);
    expect(inputs).toEqual({ ...news, databasePassword: secret("clear-text") });
  });

  test("makes up a name that is the same for the same seed", async () => {
    const names = await Promise.all(
      ["one", "one", "two"].map(async (seed) => {
        const { inputs, failures } = await cloud.check(project, "web", {}, { seed });
        expect(failures).toEqual([]);
        return inputs["name"] as string;
      }),
    );
    expect(names[0]).toMatch(/^web-[0-9a-f]{7}$/);
    expect(names[1]).toBe(names[0]);
    expect(names[2]).not.toBe(names[0]);
  });

  test("keeps the name that it made up before", async () => {
    const { inputs } = await cloud.check(
      project,
      "web",
      {},
      { olds: { name: "web-0123abc" }, seed: "x" },
    );
    expect(inputs).toEqual({ name: "web-0123abc" });
  });

  test("makes up a new name when a given one is taken away", async () => {
    const { inputs } = await cloud.check(project, "web", {}, { olds: { name: "mine" } });
    expect(inputs["name"]).toMatch(/^web-[0-9a-f]{7}$/);
  });

  test("fills in what the provider's own check fills in", async () => {
    const { inputs } = await cloud.check("aws:route53/healthCheck:HealthCheck", "h", {
      type: "HTTPS",
      fqdn: "a.example",
    });
    expect(inputs).toEqual({
      type: "HTTPS",
      fqdn: "a.example",
      disabled: false,
      measureLatency: false,
    });
  });

  test("says of a type that the sandbox cannot make that it does not know it", async () => {
    const asked = cloud.check("vercel:index/microfrontendGroup:MicrofrontendGroup", "m", {});
    await expect(asked).rejects.toThrow(
      "does not know how to make a vercel:index/microfrontendGroup",
    );
  });
});

describe("diff", () => {
  test("finds nothing where nothing changed, secrets and unordered maps included", async () => {
    const olds = {
      projectId: "p",
      key: "K",
      value: secret("v"),
      sensitive: true,
      targets: ["preview"],
    };
    const news = { targets: ["preview"], sensitive: true, value: "v", key: "K", projectId: "p" };
    expect(await cloud.diff(variable, "v", olds, news)).toEqual({
      changes: DIFF_NONE,
      diffs: [],
      replaces: [],
      deleteBeforeReplace: false,
      detailed: {},
    });
  });

  test("tells updates from replacements, by property and in detail", async () => {
    const at = (projectId: string, header: string) => ({
      name: "headers",
      projectId,
      position: { placement: "start" },
      route: { src: "/(.*)", headers: { "X-Frame-Options": header } },
    });
    expect(await cloud.diff(route, "r", at("p", "DENY"), at("q", "SAMEORIGIN"))).toEqual({
      changes: DIFF_SOME,
      diffs: ["projectId", "route"],
      replaces: ["projectId"],
      deleteBeforeReplace: true,
      detailed: { projectId: UPDATE_REPLACE, 'route.headers["X-Frame-Options"]': UPDATE },
    });
  });

  test("deletes first only when a given name stays in use", async () => {
    const replaced = async (name: string) =>
      (await cloud.diff(route, "r", { projectId: "p", name }, { projectId: "q", name }))
        .deleteBeforeReplace;
    expect([await replaced("mine"), await replaced("r-0123abc")]).toEqual([true, false]);
  });

  test("shows a change that the provider will refuse as an update", async () => {
    const at = (region: string) => ({
      name: "n",
      organizationId: "o",
      region,
      databasePassword: secret("pw"),
    });
    const found = await cloud.diff(database, "db", at("eu-west-1"), at("us-east-1"));
    expect(found).toMatchObject({ changes: DIFF_SOME, diffs: ["region"], replaces: [] });
  });
});
