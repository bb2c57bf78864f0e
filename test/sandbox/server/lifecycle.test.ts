import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { homeFiles } from "../../../sandbox/client/home";
import { readLedger } from "../../../sandbox/client/ledger";
import { type Properties, secret, TestCloud, unknown } from "./harness";

const project = "vercel:index/project:Project";
const domain = "vercel:index/projectDomain:ProjectDomain";
const route = "vercel:index/projectRoute:ProjectRoute";
const variable = "vercel:index/projectEnvironmentVariable:ProjectEnvironmentVariable";
const password = "random:index/randomPassword:RandomPassword";
const database = "supabase:index/project:Project";
const settings = "supabase:index/settings:Settings";
const budget = "aws:budgets/budget:Budget";

let cloud: TestCloud;
beforeEach(async () => {
  cloud = await TestCloud.open();
});
afterEach(() => {
  cloud.close();
  expect(cloud.complaints).toEqual([]);
});

const errors = {
  name: "Errors",
  pattern: "error",
  metricTransformation: { name: "Errors", namespace: "shop", value: "1" },
};

const ledgerText = () => readFileSync(homeFiles(cloud.home).ledger, "utf8");
const live = () => readLedger(cloud.home).objects.map(({ urn }) => urn.split("::").at(-1));

describe("a preview", () => {
  test("of a create leaves what the vendor decides unknown, and records nothing", async () => {
    const inputs = {
      name: "n",
      limitAmount: "100",
      budgetType: "COST",
      timeUnit: "MONTHLY",
      tags: { a: "b" },
    };
    const { id, properties } = await cloud.create(budget, "b", inputs, { preview: true });
    expect(id).toBe("");
    expect(properties).toMatchObject({
      ...inputs,
      tagsAll: { a: "b" },
      arn: unknown,
      timePeriodStart: unknown,
      limitUnit: unknown,
    });
    expect(live()).toEqual([]);
  });

  test("keeps an unknown secret secret", async () => {
    const { properties } = await cloud.create(password, "pw", { length: 20 }, { preview: true });
    expect(properties).toMatchObject({
      length: 20,
      upper: true,
      result: secret(unknown),
      bcryptHash: secret(unknown),
    });
  });

  test("says nothing of what follows from an unknown", async () => {
    const { properties } = await cloud.create(
      "github:index/repository:Repository",
      "r",
      { name: unknown },
      { preview: true },
    );
    expect(properties).toMatchObject({ name: unknown, fullName: unknown, htmlUrl: unknown });
  });

  test("of an update keeps what the vendor decided, and changes nothing", async () => {
    const inputs = { name: "n", limitAmount: "100", budgetType: "COST", timeUnit: "MONTHLY" };
    const { id, properties } = await cloud.create(budget, "b", inputs);
    const before = ledgerText();
    const news = { ...inputs, limitAmount: "200" };
    const after = await cloud.update(budget, "b", {
      id,
      oldInputs: inputs,
      olds: properties,
      news,
      preview: true,
    });
    expect(after).toEqual({ ...properties, limitAmount: "200" });
    expect(ledgerText()).toBe(before);
  });
});

describe("create", () => {
  test("answers inputs, what the vendor filled in and what it decided", async () => {
    const { id, properties } = await cloud.create(project, "web", {
      name: "shop",
      framework: "nextjs",
    });
    expect(id).toMatch(/^prj_[0-9A-Za-z]{28}$/);
    expect(properties).toMatchObject({
      name: "shop",
      framework: "nextjs",
      gitForkProtection: true,
    });
  });

  test("keeps secrets out of the ledger, wherever they stand, and in the answer as secrets", async () => {
    const { id } = await cloud.create(project, "web", {
      name: "shop",
      environments: [
        { key: "A", value: secret("in-a-list"), sensitive: true, targets: ["preview"] },
      ],
      passwordProtection: secret({ deploymentType: "all_deployments", password: "in-a-map" }),
    });
    const made = await cloud.create(variable, "v", {
      projectId: id,
      key: "K",
      value: secret("at-the-top"),
      sensitive: true,
      targets: ["production"],
      comment: secret("whole"),
    });
    await cloud.create(variable, "w", {
      projectId: id,
      key: "L",
      value: "sent-in-clear",
      sensitive: true,
      targets: ["preview"],
    });
    expect(made.properties["value"]).toEqual(secret("at-the-top"));
    for (const text of ["in-a-list", "in-a-map", "at-the-top", "whole", "sent-in-clear"]) {
      expect(ledgerText()).not.toContain(text);
    }
    expect(ledgerText().match(/digest:[0-9a-f]{32}/g)?.length).toBeGreaterThanOrEqual(10);
  });

  test("refuses an object of a project that is not there, and records nothing", async () => {
    const asked = cloud.create(domain, "d", { projectId: "prj_none", domain: "a.example" });
    await expect(asked).rejects.toMatchObject({
      code: 2,
      details: expect.stringContaining("Could not find project") as string,
    });
    expect(live()).toEqual([]);
  });

  test("makes nothing outside the state for a random value", async () => {
    const { id, properties } = await cloud.create(password, "pw", { length: 24, special: false });
    expect(id).toBe("none");
    const result = (properties["result"] as Properties)["value"] as string;
    expect(result).toMatch(/^[A-Za-z0-9]{24}$/);
    expect(ledgerText()).toBe("");
  });
});

describe("read", () => {
  const inputs: Properties = {
    organizationId: "o",
    region: "eu-west-1",
    name: "n",
    databasePassword: secret("hunter22"),
  };

  test("gives a refresh back exactly what the state holds", async () => {
    const { id, properties } = await cloud.create(database, "db", inputs);
    expect(await cloud.read(database, "db", id, { inputs, properties })).toEqual({
      id,
      inputs,
      properties,
    });
  });

  test("shows what was changed behind the state's back", async () => {
    const { id, properties } = await cloud.create(database, "db", inputs);
    await cloud.update(database, "db", {
      id,
      oldInputs: inputs,
      olds: properties,
      news: { ...inputs, name: "renamed" },
    });
    const found = await cloud.read(database, "db", id, { inputs, properties });
    expect(found.properties).toEqual({ ...properties, name: "renamed" });
    expect(found.inputs).toEqual({ ...inputs, name: "renamed" });
  });

  test("of an import finds the object by its id alone, under any name, without its secrets", async () => {
    const { id } = await cloud.create(database, "db", inputs);
    const open = { organizationId: "o", region: "eu-west-1", name: "n" };
    const found = await cloud.read(database, "adopted", id);
    expect(found.id).toBe(id);
    expect(found.inputs).toEqual(open);
    expect(found.properties).toEqual({ ...open, legacyApiKeysEnabled: true });
  });

  test("of an import takes an id qualified by team and project", async () => {
    const { id } = await cloud.create(project, "web", { name: "shop" });
    const made = await cloud.create(domain, "d", { projectId: id, domain: "a.example" });
    const found = await cloud.read(domain, "d", `team_1/${id}/a.example`);
    expect([found.id, found.properties]).toEqual(["a.example", made.properties]);
  });

  test("of an import takes an id qualified by its region, and by what it is in", async () => {
    const region = "us-east-1";
    const { id } = await cloud.create(budget, "b", {
      name: "n",
      limitAmount: "1",
      budgetType: "COST",
      timeUnit: "MONTHLY",
    });
    expect((await cloud.read(budget, "other", `${id}@${region}`)).id).toBe(id);
    const filter = "aws:cloudwatch/logMetricFilter:LogMetricFilter";
    for (const group of ["/shop/web", "/shop/api"]) {
      await cloud.create("aws:cloudwatch/logGroup:LogGroup", group, { name: group });
      await cloud.create(filter, group, { ...errors, logGroupName: group });
    }
    const found = await cloud.read(filter, "adopted", "/shop/api:Errors");
    expect(found.inputs).toEqual({ ...errors, logGroupName: "/shop/api" });
    expect((await cloud.read(filter, "adopted", "/shop/none:Errors")).id).toBe("");
  });

  test("of an import leaves out what the provider keeps in its state alone", async () => {
    const { id } = await cloud.create(project, "web", { name: "shop" });
    const inputs = {
      projectId: id,
      name: "headers",
      position: { placement: "start" },
      route: { src: "/.*" },
    };
    const made = await cloud.create(route, "r", inputs);
    const found = await cloud.read(route, "adopted", made.id);
    expect(found.inputs).toEqual({ projectId: id, name: "headers", route: { src: "/.*" } });
    const known = { inputs, properties: made.properties };
    expect((await cloud.read(route, "r", made.id, known)).inputs).toEqual(inputs);
  });

  test("answers an empty id for what does not exist", async () => {
    const found = await cloud.read(project, "web", "prj_none", {
      inputs: {},
      properties: { name: "shop" },
    });
    expect(found).toEqual({ id: "", inputs: undefined, properties: undefined });
  });

  test("does not notice that a Supabase project is gone, as the provider does not, but imports none", async () => {
    const properties = { ...inputs, legacyApiKeysEnabled: true };
    expect((await cloud.read(database, "db", "gone", { inputs, properties })).properties).toEqual(
      properties,
    );
    expect((await cloud.read(database, "db", "gone")).id).toBe("");
  });

  test("knows a random value only from the state", async () => {
    const properties = { length: 8, result: secret("abcdefgh") };
    const found = await cloud.read(password, "pw", "none", { inputs: { length: 8 }, properties });
    expect(found).toEqual({ id: "none", inputs: { length: 8 }, properties });
    expect((await cloud.read(password, "pw", "none")).id).toBe("");
  });
});

describe("update", () => {
  test("changes the object in the ledger and keeps its id", async () => {
    const { id } = await cloud.create(project, "web", { name: "shop" });
    const inputs = {
      name: "headers",
      projectId: id,
      position: { placement: "start" },
      route: { src: "/", status: 404 },
    };
    const made = await cloud.create(route, "r", inputs);
    const news = { ...inputs, route: { src: "/", headers: { "X-A": "1" } } };
    const after = await cloud.update(route, "r", {
      id: made.id,
      oldInputs: inputs,
      olds: made.properties,
      news,
    });
    expect(after).toEqual({ ...made.properties, route: news.route, routeType: "transform" });
    const [, kept] = readLedger(cloud.home).objects;
    expect([kept?.id, kept?.outputs["route"]]).toEqual([made.id, news.route]);
  });

  test.each(["region", "organizationId"])(
    "of a Supabase project's %s fails as the provider fails",
    async (name) => {
      const inputs = {
        organizationId: "o",
        region: "eu-west-1",
        name: "n",
        databasePassword: secret("pw12"),
      };
      const { id, properties } = await cloud.create(database, "db", inputs);
      const change = {
        id,
        oldInputs: inputs,
        olds: properties,
        news: { ...inputs, [name]: "us-east-1" },
      };
      await expect(cloud.update(database, "db", change)).rejects.toThrow(
        `Update is not supported for this attribute (${name})`,
      );
      expect(readLedger(cloud.home).log).toHaveLength(1);
    },
  );

  test("of an object that somebody deleted is refused", async () => {
    const change = {
      id: "prj_none",
      oldInputs: { name: "a" },
      olds: { name: "a" },
      news: { name: "b" },
    };
    await expect(cloud.update(project, "web", change)).rejects.toThrow("prj_none not found (404)");
  });

  test("frees the old name for others and refuses one that is taken", async () => {
    const one = await cloud.create(project, "one", { name: "one" });
    await cloud.create(project, "two", { name: "two" });
    const rename = (name: string) =>
      cloud.update(project, "one", {
        id: one.id,
        oldInputs: { name: "one" },
        olds: one.properties,
        news: { name },
      });
    await expect(rename("two")).rejects.toThrow('Project "two" already exists');
    await rename("three");
    await cloud.create(project, "other", { name: "one" }, { stack: "staging" });
    expect(live()).toEqual(["one", "two", "other"]);
  });
});

describe("delete", () => {
  test("removes the object, and a second time is no error", async () => {
    const { id } = await cloud.create(project, "web", { name: "shop" });
    await cloud.delete(project, "web", id);
    await cloud.delete(project, "web", id);
    expect(live()).toEqual([]);
    expect(readLedger(cloud.home).log.map(({ op }) => op)).toEqual(["create", "delete"]);
  });

  test("of a replaced object leaves the new one, also where both have one id", async () => {
    const inputs = {
      organizationId: "o",
      region: "eu-west-1",
      name: "n",
      databasePassword: secret("pw12"),
    };
    const { id } = await cloud.create(database, "db", inputs);
    const old = await cloud.create(settings, "s", { projectRef: id, api: '{"max_rows":1}' });
    const next = await cloud.create(settings, "s", { projectRef: id, api: '{"max_rows":2}' });
    expect(old.id).toBe(next.id);
    await cloud.delete(settings, "s", old.id);
    const [, left] = readLedger(cloud.home).objects;
    expect(left?.inputs["api"]).toBe('{"max_rows":2}');
  });
});

describe("two stacks at once", () => {
  test("keep their own provider settings on the same servers", async () => {
    await cloud.configure("aws", { defaultTags: '{"tags":{"stack":"dev"}}' }, "dev");
    await cloud.configure("aws", { defaultTags: '{"tags":{"stack":"prod"}}' }, "prod");
    const check = { type: "HTTPS", fqdn: "a.example", tags: { own: "1" } };
    const tags = await Promise.all(
      ["dev", "prod"].map(async (stack) => {
        const made = await cloud.create("aws:route53/healthCheck:HealthCheck", "h", check, {
          stack,
        });
        return made.properties["tagsAll"];
      }),
    );
    expect(tags).toEqual([
      { own: "1", stack: "dev" },
      { own: "1", stack: "prod" },
    ]);
  });

  test("are told apart in the ledger", async () => {
    await cloud.create(project, "web", { name: "shop-dev" }, { stack: "dev" });
    await cloud.create(project, "web", { name: "shop-prod" }, { stack: "prod" });
    const { objects, log } = readLedger(cloud.home, { stack: "prod" });
    expect([objects.map(({ inputs }) => inputs["name"]), log.length]).toEqual([["shop-prod"], 1]);
  });
});

test("a token that opens a vendor's door is forgotten the moment it comes", async () => {
  await cloud.configure("vercel", { apiToken: secret("tok-123456"), team: "velocity" });
  expect(JSON.stringify(cloud.host.services.accounts.latest("vercel"))).toBe('{"team":"velocity"}');
});
