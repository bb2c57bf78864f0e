import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UserError } from "../../../core/errors";
import {
  type DatabaseFacts,
  type DatabaseWish,
  planDatabase,
  reversesOf,
} from "../../../operations/rollback/database";
import { type FrontendFacts, planFrontend } from "../../../operations/rollback/frontend";
import { type ContainerFacts, planContainer } from "../../../operations/rollback/orchestrator";
import type { FlyMachine } from "../../../operations/vendors/fly";
import type { VercelDeployment } from "../../../operations/vendors/vercel";

/* Requirement: DR-10, DR-11, DR-12, DR-13, DB-10 */

const refused = (plan: () => unknown): string => {
  try {
    plan();
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  return "not refused";
};

describe("the way back for the frontend", () => {
  const sha = (digit: string) => digit.repeat(40);
  const deployment = (id: string, over: Partial<VercelDeployment> = {}): VercelDeployment => ({
    id: `dpl_${id}`,
    url: `app-${id}.vercel.app`,
    created: new Date(Date.UTC(2026, 10, Number(id))),
    ...{ state: "READY", target: "production", substate: "PROMOTED", sha: sha(id) },
    ...over,
  });
  const facts = (over: Partial<FrontendFacts> = {}): FrontendFacts => ({
    project: { id: "prj_1", name: "app", production: "dpl_4" },
    deployments: [
      deployment("5", { substate: "STAGED" }),
      deployment("4"),
      deployment("3", { state: "ERROR" }),
      deployment("2", { substate: "STAGED" }),
      deployment("1"),
    ],
    ...over,
  });
  const to = (named?: string, over?: Partial<FrontendFacts>) => {
    const { from, to, how } = planFrontend(facts(over), named);
    return `${from.id} ${how} ${to.id}`;
  };

  it("is the last deployment before this one that served and is READY", () => {
    expect(to()).toBe("dpl_4 rollback dpl_1");
  });

  it.each([
    ["dpl_1", "dpl_4 rollback dpl_1"],
    ["app-1.vercel.app", "dpl_4 rollback dpl_1"],
    ["https://app-1.vercel.app", "dpl_4 rollback dpl_1"],
    [sha("1"), "dpl_4 rollback dpl_1"],
    [sha("1").slice(0, 7), "dpl_4 rollback dpl_1"],
    ["dpl_2", "dpl_4 promote dpl_2"],
    ["dpl_5", "dpl_4 promote dpl_5"],
  ])("is the one that is named: %s", (named, plan) => {
    expect(to(named)).toBe(plan);
  });

  it("is what still serves, while a release is rolled out", () => {
    const rolling = { current: "dpl_4", next: "dpl_5" };
    expect(to(undefined, { rolling })).toBe("dpl_5 rollback dpl_4");
    expect(to("dpl_4", { rolling })).toBe("dpl_5 rollback dpl_4");
    expect(to("dpl_1", { rolling })).toBe("dpl_5 rollback dpl_1");
  });

  it("is another deployment of the same commit than the one that serves", () => {
    const deployments = [deployment("4", { sha: sha("1") }), deployment("1")];
    expect(to(sha("1"), { deployments })).toBe("dpl_4 rollback dpl_1");
  });

  it.each([
    ["dpl_4", "dpl_4 is what production serves; expected an earlier deployment"],
    ["dpl_3", "dpl_3 is ERROR; expected a deployment that is READY"],
    ["111111", "no production deployment 111111; expected one of dpl_5 (5555555), dpl_4 (4444444)"],
    ["dpl_9", "no production deployment dpl_9"],
  ])("is refused: %s", (named, found) => {
    expect(refused(() => to(named))).toContain(`rollback of frontend: ${found}`);
  });

  it("is refused where there is nothing to go back to, or from", () => {
    const deployments = [deployment("4"), deployment("2", { substate: "STAGED" })];
    expect(refused(() => to(undefined, { deployments }))).toBe(
      "rollback of frontend: no production deployment served before dpl_4; expected an earlier deployment that is READY and served; name one with --to, or ship a fix forward",
    );
    const project = { id: "prj_1", name: "app", production: undefined };
    expect(refused(() => to(undefined, { project }))).toContain(
      "production of app serves no deployment that is listed",
    );
  });

  it("never leads to a deployment that is not READY, or to the one that serves", () => {
    const states = fc.constantFrom("READY", "ERROR", "BUILDING");
    const substates = fc.constantFrom("STAGED", "PROMOTED", undefined);
    const one = fc.tuple(states, substates);
    fc.assert(
      fc.property(fc.array(one, { maxLength: 9 }), fc.nat(8), (all, at) => {
        const deployments = all.map(([state, substate], index) =>
          deployment(String(9 - index), { state, substate }),
        );
        const project = { id: "p", name: "app", production: deployments[at]?.id };
        try {
          const plan = planFrontend({ project, deployments });
          expect(plan.to.state).toBe("READY");
          expect(plan.to.created < plan.from.created).toBe(true);
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
        }
      }),
    );
  });
});

describe("the way back for a container service", () => {
  const repository = "ghcr.io/velocity/app/orchestrator";
  const [now, before] = [`${repository}:${"a".repeat(40)}`, `${repository}:${"b".repeat(40)}`];
  const machine = (id: string, region: string, image = now): FlyMachine => ({
    ...{ id, region, image, state: "started", instance: `i-${id}`, config: { image } },
  });
  const facts = (over: Partial<ContainerFacts> = {}): ContainerFacts => ({
    ...{
      service: "orchestrator",
      app: "hub",
      regions: ["iad", "sjc"],
      declared: before,
      image: now,
    },
    machines: [machine("3", "lhr"), machine("2", "sjc"), machine("1", "iad")],
    ...over,
  });
  const plan = (to?: string, over?: Partial<ContainerFacts>) => planContainer(facts(over), to);

  it("is the declared image, on each machine in the order of its regions", () => {
    const { image, machines, there } = plan();
    expect(image).toBe(before);
    expect(machines.map(({ region }) => region)).toEqual(["iad", "sjc", "lhr"]);
    expect(there).toBe(0);
  });

  it("goes on where an earlier one broke off", () => {
    const machines = [machine("1", "iad", before), machine("2", "sjc")];
    expect(plan(undefined, { machines })).toMatchObject({ machines: [{ id: "2" }], there: 1 });
  });

  it.each([
    ["c".repeat(40), `${repository}:${"c".repeat(40)}`],
    [`sha256:${"d".repeat(64)}`, `${repository}@sha256:${"d".repeat(64)}`],
    [before, before],
  ])("is the one that is named: %s", (to, image) => {
    expect(plan(to).image).toBe(image);
  });

  it("keeps a registry's port, and drops tag and digest", () => {
    const image = `localhost:5000/hub:v1@sha256:${"e".repeat(64)}`;
    expect(plan("c".repeat(40), { image }).image).toBe(`localhost:5000/hub:${"c".repeat(40)}`);
  });

  it.each([
    ["latest", `--to latest; expected a whole commit (40 characters) or a digest (sha256:…)`],
    ["abc1234", "--to abc1234; expected a whole commit"],
    [`ghcr.io/evil/app:${"a".repeat(40)}`, "--to ghcr.io/evil/app"],
    [now, `every machine of hub runs ${now}; expected an earlier image`],
  ])("is refused: %s", (to, found) => {
    expect(refused(() => plan(to))).toContain(`rollback of orchestrator: ${found}`);
  });

  it("is refused where there is no machine, or nothing to go back to", () => {
    expect(refused(() => plan(undefined, { machines: [] }))).toContain("hub has no machine");
    expect(refused(() => plan(undefined, { declared: undefined }))).toBe(
      "rollback of orchestrator: the stack declares no image to go back to; name a commit with --to, or set groundwork:recovery rollback.images.orchestrator",
    );
  });
});

describe("the way back for the database", () => {
  const migration = (id: string, reverse?: string) => ({
    ...{ id, reverses: [] as string[] },
    ...(reverse !== undefined && { reverse }),
  });
  const facts = (over: Partial<DatabaseFacts> = {}): DatabaseFacts => ({
    ...{ tier: "prod", declared: "1_one", pitrDays: 7, rpoMinutes: 60 },
    migrations: [
      migration("1_one"),
      migration("2_two", "drop index two;"),
      migration("3_three", "alter table a alter column b drop not null;\n"),
    ],
    now: new Date("2026-11-21T12:00:00Z"),
    ...over,
  });
  const plan = (wish: Partial<DatabaseWish>, over?: Partial<DatabaseFacts>) =>
    planDatabase(facts(over), { way: "reverse", acceptLoss: false, ...wish });

  it("is one migration that takes back those after the declared one, newest first", () => {
    const made = plan({});
    expect(made).toEqual({
      ...{ service: "database", way: "reverse", undone: ["3_three", "2_two"], losses: [] },
      file: {
        name: "20261121120000_reverse_two.sql",
        text: `-- Takes back: 3_three 2_two

-- 3_three
alter table a alter column b drop not null;

-- 2_two
drop index two;
`,
      },
    });
    if (made.way === "reverse") expect(reversesOf(made.file.text)).toEqual(["3_three", "2_two"]);
    expect(reversesOf("create table a ();")).toEqual([]);
  });

  it("does not take back twice", () => {
    const reverse = { id: "4_reverse_three", reverses: ["3_three"] };
    const migrations = [...facts().migrations, reverse];
    expect(plan({}, { migrations })).toMatchObject({ undone: ["2_two"] });
    expect(refused(() => plan({ to: "2_two" }, { migrations }))).toContain(
      "no migration after 2_two is in force",
    );
  });

  it.each([
    [
      { to: "3_three" },
      {},
      "no migration after 3_three is in force; expected an earlier migration",
    ],
    [{ to: "9_nine" }, {}, "no migration 9_nine; expected one of 1_one, 2_two, 3_three"],
    [{}, { declared: undefined }, "the stack declares no migration to go back to"],
    [
      {},
      { migrations: [migration("1_one"), migration("2_two")] },
      "nobody wrote what takes 2_two back; expected supabase/reverse/2_two.sql; write and review it",
    ],
    [
      {},
      { migrations: [migration("1_one"), migration("29991231235959_two", "select 1;")] },
      "the newest migration, 29991231235959, is not of the past",
    ],
  ] as const)("is refused: %o, %o", (wish, over, found) => {
    expect(refused(() => plan(wish, over as Partial<DatabaseFacts>))).toContain(
      `rollback of database: ${found}`,
    );
  });

  it("loses no data unless somebody says that it may", () => {
    const migrations = [migration("1_one"), migration("2_two", "drop table two;")];
    expect(refused(() => plan({}, { migrations }))).toBe(
      "rollback of database: it loses data: 2_two: drop table two; back it up and add --accept-loss, or restore with --by pitr",
    );
    const losses = ["2_two: drop table two"];
    expect(plan({ acceptLoss: true }, { migrations })).toMatchObject({ losses });
    expect(plan({}, { migrations, tier: "dev" })).toMatchObject({ losses });
  });

  it.each(["reset", "down"] as const)("is never by %s outside dev", (way) => {
    expect(refused(() => plan({ way }))).toMatch(/drops every table of prod.*--by reverse/);
    expect(refused(() => plan({ way }, { tier: "staging" }))).toContain("of staging");
    expect(plan({ way }, { tier: "dev" })).toMatchObject({ way });
  });

  it("is to a moment, with what that loses", () => {
    const at = "2026-11-21T11:10:30Z";
    expect(plan({ way: "pitr", to: at })).toEqual({
      ...{ service: "database", way: "pitr", at: new Date(at), lostMinutes: 50, aboveRpo: false },
    });
    expect(plan({ way: "pitr", to: "2026-11-21T10:59:00+00:00" })).toMatchObject({
      ...{ lostMinutes: 61, aboveRpo: true },
    });
  });

  it.each([
    [undefined, {}, "no moment; expected --to with a moment and its offset"],
    ["2026-11-21T11:00:00", {}, "--to 2026-11-21T11:00:00; expected --to with a moment"],
    ["2026-13-21T11:00:00Z", {}, "--to 2026-13-21T11:00:00Z"],
    ["2026-11-21T12:00:00Z", {}, "cannot be returned to; expected a moment of the last 7 days"],
    ["2026-11-14T11:59:59Z", {}, "2026-11-14T11:59:59.000Z cannot be returned to"],
    ["2026-11-21T11:00:00Z", { pitrDays: undefined }, "declares no recovery to a point in time"],
  ])("is not to %s", (to, over, found) => {
    expect(refused(() => plan({ way: "pitr", to }, over))).toContain(found);
  });
});
