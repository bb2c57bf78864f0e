import { describe, expect, it } from "vitest";
import {
  refuseAnswers,
  refuseUndecided,
  valuesInUse,
} from "../../../../cli/operations/adopt/refusals";
import {
  importJson,
  importText,
  planText,
  type PlacedFinding,
  type Told,
} from "../../../../cli/operations/adopt/view";
import { UserError } from "../../../../core/errors";
import type { AdoptionPlan, Live, Wanted } from "../../../../operations/adopt/model";

function wanted(type: string, name: string): Wanted {
  const urn = `urn:pulumi:prod::shop::${type}::${name}`;
  return { urn, type, name, custom: true, inputs: {}, from: {} };
}

const web = wanted("vercel:index/project:Project", "web");
const domain = wanted("vercel:index/projectDomain:ProjectDomain", "web-a");
const password = wanted("random:index/randomPassword:RandomPassword", "db-password");
const bytes = wanted("random:index/randomBytes:RandomBytes", "secrets-JWT");
const variable: Live = { id: "env_1", properties: { key: "OLD", targets: ["production"] } };
const plan: AdoptionPlan = {
  adopt: [
    { wanted: web, id: "team_1/prj_1", live: { id: "prj_1", properties: { name: "shop" } } },
    { wanted: password, id: "none", live: { id: "none", properties: {} }, value: "in-use" },
  ],
  create: [domain],
  anew: [{ wanted: bytes, says: "another one is made" }],
  undecided: [],
  foreign: [{ ...variable, type: "vercel:index/x:ProjectEnvironmentVariable", of: "web" }],
  known: [],
};
const told = (after?: Told["after"]): Told => ({
  ...{ stack: "prod", dryRun: after === undefined, plan, twice: [] },
  ...(after && { after }),
});
const finding: PlacedFinding = {
  ...{ urn: web.urn, type: web.type, name: "web", property: "nodeVersion", replaces: false },
  ...{ live: "18.x", declared: "22.x", setting: "groundwork:hosting.nodeVersion" },
};

function problemsOf(act: () => unknown) {
  try {
    act();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("what an import says", () => {
  it("of its plan: each thing in its list, and how many there are", () => {
    expect(planText(plan).split("\n")).toEqual([
      "Adopt",
      "  vercel Project web ← team_1/prj_1",
      "  random RandomPassword db-password ← the value given",
      "Not found, the next update makes it",
      "  vercel ProjectDomain web-a",
      "Cannot be adopted",
      "  random RandomBytes secrets-JWT: another one is made",
      "Foreign, left alone",
      "  vercel ProjectEnvironmentVariable of web: env_1 (OLD, production)",
      "adopt 2, create 2, foreign 1, in the state already 0",
    ]);
  });

  it("of a dry run: that nothing was changed", () => {
    expect(importText(told())).toContain("prod import: nothing was changed");
  });

  it("of a difference: both values, and where the stack file may say the live one", () => {
    const after = { trusted: [], findings: [finding], toMake: [domain.urn] };
    const text = importText(told(after));
    expect(text).toContain("! vercel Project web nodeVersion: would be changed by the next update");
    expect(text).toContain(`live      "18.x"`);
    expect(text).toContain(`declared  "22.x"`);
    expect(text).toContain("at groundwork:hosting.nodeVersion");
    expect(text).toContain(
      "prod import: 2 adopted, 1 change, 1 to be made by the next update, 1 foreign left alone",
    );
  });

  it("of what was taken on trust: once for each reason", () => {
    const trusted = [web, domain].map(({ urn }) => ({ urn, input: "value", why: "never shown" }));
    const text = importText(told({ trusted, findings: [], toMake: [] }));
    expect(text).toContain("  value of vercel: never shown (web, web-a)");
    expect(text).toContain("2 adopted, 0 changes, 1 foreign left alone");
  });

  it("to a program: the same, and never a value that was given", () => {
    const json = JSON.stringify(importJson(told({ trusted: [], findings: [finding], toMake: [] })));
    expect(JSON.parse(json)).toMatchObject({
      ...{ operation: "import", stack: "prod" },
      adopt: [{ name: "web", id: "team_1/prj_1" }, { name: "db-password" }],
      foreign: [{ id: "env_1", name: "OLD, production" }],
      findings: [{ property: "nodeVersion" }],
    });
    expect(json).not.toContain("in-use");
  });

  it("of headers that would be sent twice: the lines to delete", () => {
    const twice = [{ header: "X-A", source: "/", lines: [3, 5] as const, route: "web-headers" }];
    expect(importText({ ...told(), twice })).toContain("delete lines 3 to 5 of vercel.json");
  });
});

describe("what an import refuses", () => {
  it("is what only a person can decide, with the choices, and the list that a token opens", () => {
    const undecided = [
      { wanted: web, why: "several" as const, choices: [variable, { id: "x", properties: {} }] },
      { wanted: domain, why: "untold" as const, choices: [] },
    ];
    const { problems, exitCode } = problemsOf(() => refuseUndecided("prod", undecided));
    expect(exitCode).toBe(1);
    expect(problems.map(({ allowed }) => allowed)).toEqual([
      "one of env_1 (OLD, production), x",
      undefined,
    ]);
    expect(problems[0]?.fix).toContain("groundwork import prod --choose web=ID");
    expect(problems[1]?.fix).toMatch(/^set VERCEL_API_TOKEN if it is not; else /);
  });

  it("is an answer about nothing, about what the state has, and about several", () => {
    const twin = { ...web, urn: `${web.urn}x` };
    const all = [web, twin, { ...domain, known: variable }];
    const flags = ["none", "web-a", "web"].map((name) => ["--choose", name] as const);
    const { problems, exitCode } = problemsOf(() => refuseAnswers(all, flags));
    expect(exitCode).toBe(2);
    expect(problems.map(({ found }) => found)).toEqual([
      "names nothing that is to be adopted",
      "names nothing that is to be adopted",
      "names several",
    ]);
    expect(() => refuseAnswers(all, [["--fresh", web.urn]])).not.toThrow();
  });

  it.each([
    ["secrets-JWT", { VALUE: "NOT-HEX" }, "VALUE holds no value of this kind"],
    ["db-password", { VALUE: "" }, "VALUE holds no value of this kind"],
    ["db-password", {}, "VALUE is not set"],
    ["web", { VALUE: "x" }, "vercel Project web generates no value"],
  ])("is a value of %s from %j", (name, env, found) => {
    const all = [web, password, bytes];
    const { problems, message } = problemsOf(() => valuesInUse(all, [[name, "VALUE"]], env));
    expect(problems).toMatchObject([{ found }]);
    expect(message).not.toContain("NOT-HEX");
  });

  it("is no value that is one", () => {
    const env = { A: "in-use", B: "0f" };
    const given = [["db-password", "A"] as const, ["secrets-JWT", "B"] as const];
    expect([...valuesInUse([password, bytes], given, env).values()]).toEqual(["in-use", "0f"]);
  });
});
