import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import type { Estate, Live, Said, Wanted } from "../../../operations/adopt/model";
import { planAdoption } from "../../../operations/adopt/resolve";

const types = {
  project: "vercel:index/project:Project",
  domain: "vercel:index/projectDomain:ProjectDomain",
  variable: "vercel:index/projectEnvironmentVariable:ProjectEnvironmentVariable",
  route: "vercel:index/projectRoute:ProjectRoute",
  database: "supabase:index/project:Project",
  alarm: "aws:cloudwatch/metricAlarm:MetricAlarm",
  topic: "aws:sns/topic:Topic",
  key: "aws:kms/key:Key",
  password: "random:index/randomPassword:RandomPassword",
  component: "groundwork:hosting:HostingProject",
} as const;

function wanted(type: keyof typeof types, name: string, inputs: PropertyMap, from = {}): Wanted {
  const token = types[type];
  const urn = `urn:pulumi:prod::shop::${token}::${name}`;
  return { urn, type: token, name, custom: type !== "component", inputs, from };
}

const web = wanted("project", "web", { name: "shop" });
const inWeb = { projectId: [web.urn] };
const part = (type: keyof typeof types, name: string, inputs: PropertyMap) =>
  wanted(type, name, { projectId: UNKNOWN, ...inputs }, inWeb);
const shop: Live = { id: "prj_1", properties: { name: "shop", teamId: "team_1" } };

/** What lists hold by type; what is not named cannot be listed. */
function estateOf(
  lists: Partial<Record<keyof typeof types, Live[]>>,
  proven: Record<string, boolean> = {},
): Estate {
  const byType = new Map(
    Object.entries(lists).map(([type, all]) => [types[type as keyof typeof types] as string, all]),
  );
  return {
    list: (type) => Promise.resolve(byType.get(type)),
    prove: (asked) =>
      Promise.resolve(
        new Map(
          asked.flatMap(({ wanted: { urn }, id }) =>
            proven[id] === undefined ? [] : [[urn, proven[id]] as const],
          ),
        ),
      ),
  };
}

const nothingSaid: Said = { choose: {}, fresh: [], values: new Map() };
const account = { vercelTeam: "velocity", awsRegion: "ca-central-1" };

async function planned(all: Wanted[], estate: Estate, said: Partial<Said> = {}) {
  const plan = await planAdoption(all, { estate, account, said: { ...nothingSaid, ...said } });
  const names = (list: readonly Wanted[]) => list.map(({ name }) => name);
  return {
    adopt: Object.fromEntries(plan.adopt.map(({ wanted: { name }, id }) => [name, id])),
    create: names(plan.create),
    anew: names(plan.anew.map((one) => one.wanted)),
    undecided: plan.undecided.map(({ wanted: { name }, why, choices }) => [
      ...[name, why],
      choices.map(({ id }) => id),
    ]),
    foreign: plan.foreign.map(({ id, of }) => `${id} of ${of}`),
    known: names(plan.known),
  };
}

describe("what is adopted", () => {
  it("is found along what it is computed from: a domain in the project that was found", async () => {
    const domain = part("domain", "web-shop.example", { domain: "shop.example" });
    const estate = estateOf({
      project: [shop, { id: "prj_2", properties: { name: "other" } }],
      domain: [
        { id: "shop.example", properties: { projectId: "prj_1", domain: "shop.example" } },
        { id: "shop.example", properties: { projectId: "prj_2", domain: "shop.example" } },
      ],
      variable: [],
      route: [],
    });
    expect(await planned([domain, web], estate)).toMatchObject({
      adopt: { web: "team_1/prj_1", "web-shop.example": "team_1/prj_1/shop.example" },
      undecided: [],
      foreign: [],
    });
  });

  it("is a variable of the same key where a target is the same", async () => {
    const one = part("variable", "web-A", { key: "A", targets: ["production", "preview"] });
    const live = (id: string, key: string, targets: string[], more = {}): Live => ({
      id,
      properties: { projectId: "prj_1", key, targets, ...more },
    });
    const variable = [
      live("env_1", "A", ["preview"]),
      live("env_2", "A", ["development"]),
      live("env_3", "A", ["production"], { gitBranch: "next" }),
      live("env_4", "B", ["production"]),
    ];
    expect(await planned([web, one], estateOf({ project: [shop], variable }))).toMatchObject({
      adopt: { web: "team_1/prj_1", "web-A": "team_1/prj_1/env_1" },
      foreign: ["env_2 of web", "env_3 of web", "env_4 of web"],
    });
  });

  it("is a route by its name, else by its source", async () => {
    const headers = part("route", "web-headers", { name: "web-headers", route: { src: "/.*" } });
    const route = [
      { id: "rt_1", properties: { projectId: "prj_1", name: "h", route: { src: "/.*" } } },
    ];
    const named = { id: "rt_2", properties: { projectId: "prj_1", name: "web-headers" } };
    const estate = (all: Live[]) => estateOf({ project: [shop], route: all });
    expect((await planned([web, headers], estate(route))).adopt["web-headers"]).toBe(
      "team_1/prj_1/rt_1",
    );
    expect((await planned([web, headers], estate([...route, named]))).adopt["web-headers"]).toBe(
      "team_1/prj_1/rt_2",
    );
  });

  it("is of the same region, and is named with it where that is not the stack's own", async () => {
    const alarms = ["ca-central-1", "us-east-1"].map((region) => ({
      id: "high",
      properties: { name: "high", region },
    }));
    const own = wanted("alarm", "own", { name: "high" });
    const far = wanted("alarm", "far", { name: "high", region: "us-east-1" });
    expect(await planned([own, far], estateOf({ alarm: alarms }))).toMatchObject({
      adopt: { own: "high", far: "high@us-east-1" },
      undecided: [],
    });
  });

  it("is proven by its id where nobody lists it", async () => {
    const all = [wanted("alarm", "a", { name: "a" }), wanted("alarm", "b", { name: "b" })];
    expect(await planned(all, estateOf({}, { a: true, b: false }))).toMatchObject({
      adopt: { a: "a" },
      create: ["b"],
    });
  });

  it("is a generated value where a person gives the one in use", async () => {
    const password = wanted("password", "db-password", { length: 32 });
    const values = new Map([[password.urn, "in-use"]]);
    expect(await planned([password], estateOf({}), { values })).toMatchObject({
      adopt: { "db-password": "none" },
    });
    expect(await planned([password], estateOf({}))).toMatchObject({ anew: ["db-password"] });
  });
});

describe("what is not adopted", () => {
  it("is what the state has already", async () => {
    const known = { ...web, known: shop };
    const domain = part("domain", "web-a", { domain: "a" });
    const estate = estateOf({ domain: [], project: [shop] });
    expect(await planned([known, domain], estate)).toMatchObject({
      adopt: {},
      known: ["web"],
      create: ["web-a"],
    });
  });

  it("is part of what does not exist", async () => {
    const domain = part("domain", "web-a", { domain: "a" });
    expect(await planned([web, domain], estateOf({ project: [] }))).toMatchObject({
      create: ["web", "web-a"],
      undecided: [],
    });
  });

  it("is neither a component nor a provider", async () => {
    const provider = { ...web, type: "pulumi:providers:vercel" };
    const plan = await planned([wanted("component", "web", {}), provider], estateOf({}));
    expect(plan).toMatchObject({ adopt: {}, create: [], undecided: [] });
  });
});

describe("what only a person can decide", () => {
  const db = wanted("database", "db", { organizationId: "velocity", name: "shop" });
  const twins = ["one", "two"].map((id) => ({
    id,
    properties: { organizationId: "velocity", name: "shop" },
  }));
  const other = { id: "three", properties: { organizationId: "else", name: "shop" } };
  const estate = estateOf({ database: [...twins, other] });

  it("is refused with the choices", async () => {
    expect(await planned([db], estate)).toMatchObject({
      adopt: {},
      undecided: [["db", "several", ["one", "two"]]],
    });
  });

  it("is decided by name or URN, also for an id that nobody lists", async () => {
    expect((await planned([db], estate, { choose: { db: "two" } })).adopt).toEqual({ db: "two" });
    expect((await planned([db], estateOf({}), { choose: { [db.urn]: "x" } })).adopt).toEqual({
      db: "x",
    });
    expect(await planned([db], estate, { fresh: ["db"] })).toMatchObject({
      adopt: {},
      create: ["db"],
    });
  });

  it("is asked where nobody lists it and its inputs tell no id", async () => {
    const key = wanted("key", "key", { description: "Alerts" });
    expect(await planned([key], estateOf({}))).toMatchObject({
      undecided: [["key", "untold", []]],
    });
  });

  it("is asked where the provider says neither yes nor no", async () => {
    const alarm = wanted("alarm", "a", { name: "a" });
    expect(await planned([alarm], estateOf({}))).toMatchObject({
      undecided: [["a", "untold", []]],
    });
  });

  it("is one live thing for two resources", async () => {
    const again = wanted("topic", "again", { name: "alerts" });
    const topic = [{ id: "arn:1", properties: { name: "alerts", region: "ca-central-1" } }];
    const all = [wanted("topic", "first", { name: "alerts" }), again];
    expect(await planned(all, estateOf({ topic }))).toMatchObject({
      adopt: {},
      undecided: [
        ["first", "taken", ["arn:1"]],
        ["again", "taken", ["arn:1"]],
      ],
    });
  });
});
