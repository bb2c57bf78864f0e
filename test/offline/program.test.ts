import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DeclaredResource } from "../../core/resource";
import { UNKNOWN } from "../../core/value";
import { failureOf, fixtureFolder, lineOf, projectDir, run } from "./support";

const fixtures = fixtureFolder();
afterAll(() => fixtures.remove());

const head = "urn:pulumi:prod::shop::";

describe("a program of components", () => {
  let resources: DeclaredResource[];
  const named = (name: string) => resources.find((resource) => resource.name === name);
  beforeAll(async () => {
    resources = await run(fixtures.compile("components"));
  });

  it("is declared with the URNs of the engine: all parent types, the root stack's dropped", () => {
    expect(resources.map(({ urn }) => urn.slice(head.length)).sort()).toEqual([
      "pulumi:providers:vercel::team",
      "pulumi:pulumi:Stack::shop-prod",
      "shop:parts:Outer$shop:parts:Inner$random:index/randomPassword:RandomPassword::web-inner-password",
      "shop:parts:Outer$shop:parts:Inner$vercel:index/projectEnvironmentVariable:ProjectEnvironmentVariable::web-inner-TOKEN",
      "shop:parts:Outer$shop:parts:Inner::web-inner",
      "shop:parts:Outer::web",
      "vercel:index/project:Project$vercel:index/projectDomain:ProjectDomain::other",
      "vercel:index/project:Project::site",
      "vercel:index/projectDomain:ProjectDomain::domain",
    ]);
  });

  it("lists the stack first", () => {
    expect(resources[0]).toEqual({
      urn: `${head}pulumi:pulumi:Stack::shop-prod`,
      type: "pulumi:pulumi:Stack",
      name: "shop-prod",
      custom: false,
      protect: false,
      inputs: {},
      outputs: { projectId: UNKNOWN },
      propertyDependencies: {},
      secrets: [],
    });
  });

  it("names the parent of each resource, the stack where the program names none", () => {
    const parents = resources.map(({ name, parent }) => [name, parent?.slice(head.length)]);
    expect(Object.fromEntries(parents)).toEqual({
      "shop-prod": undefined,
      team: "pulumi:pulumi:Stack::shop-prod",
      web: "pulumi:pulumi:Stack::shop-prod",
      site: "pulumi:pulumi:Stack::shop-prod",
      domain: "pulumi:pulumi:Stack::shop-prod",
      other: "vercel:index/project:Project::site",
      "web-inner": "shop:parts:Outer::web",
      "web-inner-password": "shop:parts:Outer$shop:parts:Inner::web-inner",
      "web-inner-TOKEN": "shop:parts:Outer$shop:parts:Inner::web-inner",
    });
  });

  it("passes protection down to children and leaves it off elsewhere", () => {
    const guarded = resources.filter(({ protect }) => protect).map(({ name }) => name);
    expect(guarded.sort()).toEqual(["web", "web-inner", "web-inner-TOKEN", "web-inner-password"]);
  });

  it("tells components from what a provider manages", () => {
    const components = resources.filter(({ custom }) => !custom).map(({ name }) => name);
    expect(components.sort()).toEqual(["shop-prod", "web", "web-inner"]);
  });

  it("keeps a component's args as its inputs and what it registered as its outputs", () => {
    expect(named("web")?.inputs).toEqual({ depth: 1, limits: { monthly: 20 } });
    expect(named("web")?.outputs).toEqual({ depth: 1 });
    expect(named("web-inner")?.outputs).toEqual({ length: 32 });
    expect(named("site")).not.toHaveProperty("outputs");
  });

  it("knows what each property was computed from although the value is unknown", () => {
    expect(named("domain")?.inputs).toEqual({ domain: "example.com", projectId: UNKNOWN });
    expect(named("domain")?.propertyDependencies).toEqual({
      projectId: [`${head}vercel:index/project:Project::site`],
    });
  });

  it("finds the place of each resource in the TypeScript source, a component's outside its constructors", () => {
    const file = "test/offline/fixtures/components.ts";
    const at = (text: string) => ({ file, line: lineOf("components", text) });
    expect(named("web")?.place).toMatchObject(at('new Outer("web"'));
    expect(named("web-inner")?.place).toMatchObject(at("new Inner("));
    expect(named("web-inner-password")?.place).toEqual({
      ...at("new random.RandomPassword("),
      column: 22,
    });
  });

  it("takes the nearest named function where the SDK has no position for an anonymous one", () => {
    expect(named("web-inner-TOKEN")?.place).toMatchObject({
      line: lineOf("components", "Object.entries(variables)"),
    });
  });
});

describe("the values of a program", () => {
  let resources: DeclaredResource[];
  const inputsOf = (name: string) => resources.find((resource) => resource.name === name)?.inputs;
  beforeAll(async () => {
    resources = await run(fixtures.compile("values"), {
      config: {
        "shop:token": "t0ken-value",
        "shop:keys": JSON.stringify({ first: "k3y-value", second: "<sealed>" }),
        "shop:sealed": "<sealed>",
        "shop:plain": "not secret",
      },
      secretKeys: ["shop:token", "shop:keys", "shop:sealed"],
      unknownTexts: ["<sealed>"],
    });
  });

  it("echo what was declared, without undefined properties", () => {
    expect(inputsOf("first")).toEqual({ known: "plain", list: [1, "two", null, true] });
  });

  it("are unknown exactly where a provider has yet to compute them", () => {
    expect(inputsOf("second")).toMatchObject({
      known: "plain!",
      fromUnknown: UNKNOWN,
      fromId: UNKNOWN,
      nested: { list: ["a", UNKNOWN] },
    });
  });

  it("hold secrets unwrapped and list their paths", () => {
    expect(inputsOf("second")).toMatchObject({
      secret: "t0ken-value",
      nested: { "with.dot": { deep: "t0ken-value" } },
      secretObject: { first: "k3y-value", second: UNKNOWN },
    });
    expect(resources.find(({ name }) => name === "second")?.secrets?.toSorted()).toEqual([
      'nested["with.dot"].deep',
      "sealed",
      "secret",
      "secretObject",
    ]);
  });

  it("are unknown secrets where the stack file holds the ciphertext only", () => {
    expect(inputsOf("second")?.sealed).toBe(UNKNOWN);
  });

  it("include the stack, the project and the organization that an engine on file state names", () => {
    expect(inputsOf("third")).toEqual({
      seen: {
        organization: "organization",
        project: "shop",
        stack: "prod",
        rootDirectory: projectDir,
        workingFolder: projectDir,
        dryRun: true,
        plain: "not secret",
      },
    });
  });
});

describe("runs in one process", () => {
  it("of one stack, another and the first again give the first's bytes again", async () => {
    const config = { "shop:token": "t", "shop:keys": "{}", "shop:sealed": "s" };
    for (const program of ["components", "values"].map((name) => fixtures.compile(name))) {
      const texts: string[] = [];
      for (const stack of ["alpha", "beta", "alpha"]) {
        texts.push(
          JSON.stringify(await run(program, { stack, config, secretKeys: ["shop:token"] })),
        );
      }
      expect(texts[2]).toBe(texts[0]);
      expect(texts[1]).toBe(texts[0]?.replaceAll("alpha", "beta"));
    }
  });

  it("give the bytes that processes of their own give", async () => {
    const program = fixtures.compile("components");
    const runner = fixtures.compile("one-run");
    for (const stack of ["prod", "dev", "prod"]) {
      const alone = spawnSync(process.execPath, [runner, program, stack, projectDir]);
      expect(alone.stderr.toString()).toBe("");
      expect(alone.stdout.toString()).toBe(JSON.stringify(await run(program, { stack })));
    }
  });

  it("take turns when started at once, so that no stack sees another's settings", async () => {
    const program = fixtures.compile("components");
    const stacks = ["dev", "staging", "prod"];
    const runs = await Promise.all(stacks.map((stack) => run(program, { stack })));
    expect(runs.map((resources) => resources[0]?.name)).toEqual([
      "shop-dev",
      "shop-staging",
      "shop-prod",
    ]);
    expect(runs.map(({ length }) => length)).toEqual([9, 9, 9]);
  });

  it("are not spoiled by one that failed before", async () => {
    const program = fixtures.compile("throws");
    await failureOf(program, { config: { "shop:way": "apply" } });
    const resources = await run(program, { config: { "shop:way": "nothing" } });
    expect(resources.map(({ name }) => name)).toEqual(["shop-prod", "pet"]);
  });

  it("leave the process as it was", async () => {
    const before = picture();
    await failureOf(fixtures.compile("throws"), { config: { "shop:way": "rejection" } });
    expect(picture()).toEqual(before);
  });
});

describe("a program that goes on after its function returned", () => {
  it("is waited for: timers, files, and work on other threads", async () => {
    const resources = await run(fixtures.compile("late"));
    expect(resources.map(({ name }) => name).sort()).toEqual([
      "after-await",
      "after-file",
      "after-hash",
      "after-timer",
      "shop-prod",
    ]);
  });
});

describe("packages and functions of providers", () => {
  it("answer unknown, so that callbacks on the answer do not run", async () => {
    const resources = await run(fixtures.compile("functions"));
    const record = resources.find(({ name }) => name === "record");
    expect(record?.inputs).toEqual({ zoneId: UNKNOWN, ttl: 60 });
  });

  it("do not count what the program only reads as declared", async () => {
    const resources = await run(fixtures.compile("functions"));
    expect(resources.map(({ name }) => name).sort()).toEqual(["record", "shop-prod", "user"]);
    expect(resources.find(({ name }) => name === "user")?.inputs).toEqual({ existing: "id-1" });
  });
});

function picture() {
  const { exitCode } = process;
  return {
    exitCode,
    cwd: process.cwd(),
    rejections: process.listeners("unhandledRejection"),
    exceptions: process.listeners("uncaughtException"),
  };
}
