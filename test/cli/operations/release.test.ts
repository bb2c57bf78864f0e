import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { declareStack, type DeclaredStack } from "../../../cli/declare";
import type { Outside } from "../../../cli/operations/outside";
import { appendRecord, readHistory } from "../../../cli/operations/history";
import { rollback, type RollbackFlags } from "../../../cli/operations/rollback";
import { smoke, type SmokeFlags } from "../../../cli/operations/smoke";
import { watchReleaseOf } from "../../../cli/operations/watch-release";
import { findProject } from "../../../cli/project";
import { UserError } from "../../../core/errors";
import { type Served, servedOf } from "../../../operations/smoke/served";
import { packageRoot, spokenContext } from "../support";
import { exampleProject, type World, worldOf } from "./support/world";

/* Requirement: REL-07, REL-08, REL-14, HDR-12, UPT-08, DR-10, DR-11, DR-12, DR-13, DR-14, DR-15, REL-13 */

let root: string;
const declared: Record<string, DeclaredStack> = {};
const served: Record<string, Served> = {};
let world: World;

beforeAll(async () => {
  root = exampleProject();
  const program = path.join(packageRoot, "dist/program.cjs");
  for (const stack of ["dev", "prod"]) {
    const found = await declareStack({ project: findProject(root), program }, stack);
    declared[stack] = found;
    served[stack] = servedOf(found.resources);
  }
}, 120_000);
afterAll(() => rmSync(root, { recursive: true }));
beforeEach(() => {
  world = worldOf(served["dev"]!, () => new Date());
  const deployment = (id: string, day: number) => ({
    ...{ id, url: undefined, created: new Date(day), state: "READY", target: "production" },
    ...{ substate: "PROMOTED", sha: undefined },
  });
  world.deployments = [deployment("dpl_2", 2), deployment("dpl_1", 1)];
});

const outside: Outside = {
  open: () => Promise.resolve(world.clouds),
  declare: (_context, stack) =>
    Promise.resolve({ project: findProject(root), ...declared[stack]! }),
};
const context = (env: NodeJS.ProcessEnv = {}, format: "text" | "json" = "text") =>
  spokenContext({ cwd: root, env, format, clock: () => new Date() });
const lastRecord = (stack = "dev") => readHistory(findProject(root), stack).records.at(-1);
const problemOf = async (running: Promise<unknown>) => {
  const error = await running.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UserError)) throw new Error(`not a problem: ${String(error)}`);
  return error;
};

describe("groundwork smoke", () => {
  const flags: SmokeFlags = { sandbox: true, timeout: 30, attempts: 1, dryRun: false };
  const home = "https://dev.velocity-platform.com/";

  it("comes to 0 where all is as declared, and keeps a record", async () => {
    const { context: it, out } = context({}, "json");
    expect(await smoke(it, "dev", flags, outside)).toBe(0);
    const said = JSON.parse(out[0]!) as { result: string; checks: number; notAsDeclared: number };
    expect(said).toMatchObject({ result: "done", notAsDeclared: 0 });
    expect(said.checks).toBeGreaterThan(10);
    expect(world.released).toBe(1);
    expect(lastRecord()).toMatchObject({
      ...{ operation: "smoke", result: "done", dryRun: false, sandbox: true },
      steps: [
        { name: "checks", result: "done", said: `${said.checks} checks as declared` },
        { name: "response times", result: "done" },
      ],
    });
  });

  it("comes to 1 where a header is another, and says what was declared and what was served", async () => {
    world.broken.set(home, { headers: { "x-frame-options": ["ALLOWALL"] } });
    const { context: it, out } = context();
    const junit = path.join(root, "results/smoke.xml");
    expect(await smoke(it, "dev", { ...flags, junit: "results/smoke.xml" }, outside)).toBe(1);
    expect(out[0]).toContain("header X-Frame-Options: expected DENY, served ALLOWALL");
    expect(out[0]).toMatch(/readings: .*dev\.velocity-platform\.com\/api\/health 5 ms/);
    expect(readFileSync(junit, "utf8")).toContain('failures="1"');
    expect(lastRecord()).toMatchObject({ result: "finding" });
  });

  it("shows its plan, and asks nobody", async () => {
    const before = readHistory(findProject(root), "dev").records.length;
    const { context: it, out } = context();
    expect(await smoke(it, "dev", { ...flags, dryRun: true }, outside)).toBe(0);
    expect(out[0]).toMatch(/^smoke dev would ask \d+ times:\nrequests/);
    expect(world.asked).toEqual([]);
    expect(readHistory(findProject(root), "dev").records).toHaveLength(before);
  });

  it("asks nobody without the credential that the stack's suite signs in with", async () => {
    const real = { ...flags, sandbox: false };
    const { exitCode, message } = await problemOf(smoke(context().context, "prod", real, outside));
    expect(exitCode).toBe(2);
    expect(message).toContain("the smoke suite of prod signs in, and SMOKE_CREDENTIAL is not set");
    expect(world.asked).toEqual([]);
  });

  it("sends the credential to the hosts of the stack, and shows it nowhere", async () => {
    const real = { ...flags, sandbox: false };
    world = worldOf(served["prod"]!, () => new Date());
    const credential = "credential-of-the-test-account";
    const { context: it, out, notes } = context({ SMOKE_CREDENTIAL: credential });
    await smoke(it, "prod", real, outside);
    const sent = world.asked.filter(({ question }) =>
      JSON.stringify(question).includes(credential),
    );
    expect(sent.length).toBeGreaterThan(2);
    const record = JSON.stringify(lastRecord("prod"));
    expect([...out, ...notes, record].join("\n")).not.toContain(credential);
  });

  it("asks a suite of a file in place of the stack's own", async () => {
    const file = path.join(root, "suite.yaml");
    writeFileSync(file, "docs: { host: dev.velocity-platform.com, path: /docs }");
    expect(await smoke(context().context, "dev", { ...flags, suite: "suite.yaml" }, outside)).toBe(
      0,
    );
    expect(world.asked.map(({ url }) => url)).toContain("https://dev.velocity-platform.com/docs");
    const absent = smoke(context().context, "dev", { ...flags, suite: "none.yaml" }, outside);
    expect((await problemOf(absent)).exitCode).toBe(2);
  });
});

describe("response times of a release", () => {
  const home = "https://dev.velocity-platform.com/";
  const flags: SmokeFlags = { sandbox: false, timeout: 30, attempts: 1, dryRun: false };
  const before = (milliseconds: number) =>
    appendRecord(findProject(root), {
      ...{ at: "2026-06-15T12:00:00Z", operation: "smoke", stack: "dev", by: "ci" },
      ...{ dryRun: false, result: "done", seconds: 1, steps: [] },
      responses: [{ address: "dev.velocity-platform.com/", milliseconds, samples: 3 }],
    });
  /** The stack as its file would be with this in groundwork:release. */
  const saying = (slower: "tell" | "fail"): Outside => ({
    ...outside,
    declare: async (context, stack) => {
      const found = await outside.declare(context, stack);
      const { settings } = found.input;
      const responses = { ...settings.release.responses, slower };
      return {
        ...found,
        input: { ...found.input, settings: { ...settings, release: { responses } } },
      };
    },
  });

  it("have no verdict before there are three records, and are kept", async () => {
    const { context: it, out } = context();
    expect(await smoke(it, "dev", flags, outside)).toBe(0);
    expect(out[0]).toMatch(/response times: no verdict for \d+: fewer than 3 earlier records/);
    const kept = lastRecord()!.responses!.map(({ address }) => address);
    expect(kept).toContain("dev.velocity-platform.com/");
    expect(kept).toContain("dev.velocity-platform.com/api/health");
  });

  it("are told where one is slower, in text, JSON and JUnit, and fail nothing by themselves", async () => {
    for (let n = 0; n < 3; n++) before(40);
    world.broken.set(home, { milliseconds: 400 });
    const [text, json] = [context(), context({}, "json")];
    const junit = path.join(root, "results/slow.xml");
    const how = { ...flags, junit: "results/slow.xml" };
    expect(await smoke(text.context, "dev", how, saying("tell"))).toBe(0);
    const slower = "slower than before: 400 ms (median of 3 requests), 40 ms before";
    expect(text.out[0]).toContain(`! dev.velocity-platform.com/: ${slower}`);
    expect(readFileSync(junit, "utf8")).toContain(`<system-out>${slower}`);
    expect(readFileSync(junit, "utf8")).toMatch(/<testsuites [^>]*failures="0"/);
    expect(await smoke(json.context, "dev", flags, saying("tell"))).toBe(0);
    const said = JSON.parse(json.out[0]!) as { responses: { verdicts: unknown[] } };
    expect(said.responses.verdicts).toContainEqual(
      expect.objectContaining({ state: "slower", milliseconds: 400, before: 40, allowed: 140 }),
    );
  });

  it("fail where the stack's file says so, and a failed run does not count as the past", async () => {
    for (let n = 0; n < 12; n++) before(40);
    world.broken.set(home, { milliseconds: 400 });
    const { context: it, out } = context();
    const how = { ...flags, junit: "results/slow.xml" };
    expect(await smoke(it, "dev", how, saying("fail"))).toBe(1);
    expect(out[0]).toContain("all as declared, and slower than before");
    expect(readFileSync(path.join(root, "results/slow.xml"), "utf8")).toMatch(/failures="1"/);
    expect(lastRecord()).toMatchObject({ result: "finding" });
  });

  /** Time goes on by itself, however slow the machine is. */
  const ticking = () => {
    let now = Date.now();
    return spokenContext({ cwd: root, env: {}, clock: () => new Date((now += 10)) });
  };

  it("make watch-release say that a rollback is due, where the stack's file says so", async () => {
    for (let n = 0; n < 12; n++) before(40);
    world.broken.set(home, { milliseconds: 400 });
    const watch = { sandbox: false, minutes: 0.05, every: 0.001, sustained: 3, rollback: false };
    const told = ticking();
    expect(await watchReleaseOf(told.context, "dev", watch, saying("tell"))).toBe(0);
    expect(told.out[0]).toContain("! dev.velocity-platform.com/: slower than before: 400 ms");
    const { context: it, out } = ticking();
    expect(await watchReleaseOf(it, "dev", watch, saying("fail"))).toBe(1);
    expect(out[0]).toContain("a rollback is due: dev.velocity-platform.com/ is slower than before");
    expect(lastRecord()).toMatchObject({ operation: "watch-release", result: "finding" });
    const back = { ...watch, rollback: true };
    expect(world.told).toEqual([]);
    expect(await watchReleaseOf(ticking().context, "dev", back, saying("fail"))).toBe(1);
    expect(world.told).toEqual(["rollback dpl_1"]);
  });

  it("are not compared where something is not as declared", async () => {
    world.broken.set(home, { status: 500 });
    expect(await smoke(context().context, "dev", flags, saying("fail"))).toBe(1);
    expect(lastRecord()?.steps.at(-1)).toMatchObject({ name: "response times", result: "skipped" });
    expect(lastRecord()?.responses).toBeUndefined();
  });
});

describe("groundwork rollback", () => {
  const flags: RollbackFlags = {
    ...{ service: "frontend", by: "reverse", acceptLoss: false, sandbox: true },
    ...{ yes: true, dryRun: false, verify: true },
  };

  it("shows what it would do, and does nothing", async () => {
    const { context: it, out } = context();
    expect(await rollback(it, "dev", { ...flags, dryRun: true }, outside)).toBe(0);
    expect(out[0]).toContain("production serves dpl_1 instead of dpl_2, at once");
    expect(out[0]).toContain("nothing was changed");
    expect(world.told).toEqual([]);
    expect(lastRecord()).toMatchObject({ operation: "rollback", dryRun: true, result: "done" });
  });

  it("serves the last deployment again, measures itself and has the smoke tests look", async () => {
    const { context: it, out, notes } = context();
    expect(await rollback(it, "dev", flags, outside)).toBe(0);
    expect(notes.join("\n")).toContain("production serves dpl_1 instead of dpl_2");
    expect(world.told).toEqual(["rollback dpl_1"]);
    expect(out[0]).toMatch(/production serves dpl_1; took \d+\.\d s/);
    expect(lastRecord()?.steps.map(({ name, result }) => `${name} ${result}`)).toEqual([
      ...["plan done", "roll back done", "smoke done"],
    ]);
  });

  it("comes to 1 where what is served then is not as declared", async () => {
    world.broken.set("https://dev.velocity-platform.com/api/health", { status: 503 });
    const { context: it, out } = context();
    expect(await rollback(it, "dev", flags, outside)).toBe(1);
    expect(out[0]).toContain("status: expected 200, served 503");
    expect(lastRecord()).toMatchObject({ result: "finding" });
    world.production = "dpl_2";
    expect(await rollback(context().context, "dev", { ...flags, verify: false }, outside)).toBe(0);
  });

  it("refuses what cannot be, and keeps that in the record", async () => {
    world.deployments = world.deployments.slice(0, 1);
    const { message } = await problemOf(rollback(context().context, "dev", flags, outside));
    expect(message).toContain("no production deployment served before dpl_2");
    expect(lastRecord()).toMatchObject({ result: "refused" });
    const other = rollback(context().context, "dev", { ...flags, service: "mail" }, outside);
    expect((await problemOf(other)).message).toContain(
      "expected --service frontend, orchestrator, database",
    );
    expect(world.released).toBe(2);
  });

  it("asks on a real stack, and does nothing where nobody can answer", async () => {
    const asked = rollback(
      context().context,
      "dev",
      { ...flags, yes: false, sandbox: false },
      outside,
    );
    expect((await problemOf(asked)).message).toContain("add --yes");
    expect(world.told).toEqual([]);
  });

  it("redeploys the image that the stack declares, and holds itself to the time promised", async () => {
    const image = "ghcr.io/velocity/velocity-platform/orchestrator:bad";
    world = worldOf(served["prod"]!, () => new Date());
    const instance = { state: "started", instance: "i", image, config: { image } };
    world.machines = [
      { id: "m2", region: "lhr", ...instance },
      { id: "m1", region: "iad", ...instance },
    ];
    const { context: it, out } = context();
    const how = { ...flags, service: "orchestrator", verify: false };
    expect(await rollback(it, "prod", how, outside)).toBe(0);
    const before =
      "ghcr.io/velocity/velocity-platform/orchestrator:9b3e7c5a1d0f8e6c4b2a9f7e5d3c1b0a8f6e4d2c";
    expect(world.told).toEqual([
      `velocity-orchestrator m1 ${before}`,
      `velocity-orchestrator m2 ${before}`,
    ]);
    expect(out[0]).toContain("within the 10 minutes that are promised");
    expect(out[0]).toContain("set groundwork:services.orchestrator.image too");
  });

  it("writes the migration that takes one back, for review, and runs nothing", async () => {
    const { context: it, out } = context();
    const to = "20261101000000_error_events";
    expect(await rollback(it, "prod", { ...flags, service: "database", to }, outside)).toBe(0);
    const folder = path.join(root, "supabase/migrations");
    const written = readdirSync(folder).find((file) => file.includes("_reverse_"))!;
    expect(readFileSync(path.join(folder, written), "utf8")).toMatch(
      /^-- Takes back: 20261101000100_error_notifier\n/,
    );
    expect(out[0]).toContain("ship it with `supabase db push`");
    expect(world.told).toEqual([]);
    const again = rollback(
      context().context,
      "prod",
      { ...flags, service: "database", to },
      outside,
    );
    expect((await problemOf(again)).message).toContain("is in force");
    rmSync(path.join(folder, written));
  });

  it("plans a restore to a moment, which a person runs, and bars what empties a database", async () => {
    const to = new Date(Date.now() - 600_000).toISOString();
    const { context: it, out } = context();
    const how = { ...flags, service: "database" };
    expect(await rollback(it, "prod", { ...how, by: "pitr", to }, outside)).toBe(0);
    expect(out[0]).toContain("restore-pitr");
    expect(out[0]).toContain("nothing was changed");
    const reset = rollback(context().context, "prod", { ...how, by: "reset" }, outside);
    expect((await problemOf(reset)).message).toContain("drops every table of prod");
  });
});

describe("groundwork watch-release", () => {
  const flags = { sandbox: true, every: 0.002, sustained: 3, rollback: false };
  const short = { ...flags, minutes: 0.0005 };

  it("comes to 0 where the release holds", async () => {
    const { context: it, out } = context();
    expect(await watchReleaseOf(it, "dev", short, outside)).toBe(0);
    expect(out[0]).toMatch(/watch of dev: \d+ questions, the release holds$/);
    expect(lastRecord()).toMatchObject({ operation: "watch-release", result: "done" });
  });

  const unwell = () =>
    world.broken.set("https://dev.velocity-platform.com/", { status: 500, body: "" });

  it("says that a rollback is due, and does none", async () => {
    unwell();
    const { context: it, out } = context();
    expect(await watchReleaseOf(it, "dev", { ...flags, minutes: 60 }, outside)).toBe(1);
    expect(out[0]).toContain("a rollback is due: dev.velocity-platform.com: home page failed");
    expect(world.told).toEqual([]);
    expect(lastRecord()).toMatchObject({ operation: "watch-release", result: "finding" });
  });

  it("goes back by itself where it is told to, and still calls the release bad", async () => {
    unwell();
    world.clouds.vercel = ((before) => (team) => ({
      ...before(team),
      rollback: (project, id, reason) => {
        world.broken.clear();
        return before(team).rollback(project, id, reason);
      },
    }))(world.clouds.vercel);
    const how = { ...flags, minutes: 60, rollback: true };
    expect(await watchReleaseOf(context().context, "dev", how, outside)).toBe(1);
    expect(world.told).toEqual(["rollback dpl_1"]);
    expect(lastRecord()).toMatchObject({ operation: "rollback", result: "done" });
    expect(existsSync(path.join(root, ".groundwork"))).toBe(true);
  });
});
