import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { declareStack, type DeclaredStack } from "../../../cli/declare";
import { readHistory } from "../../../cli/operations/history";
import {
  migrate,
  type MigrateFlags,
  type MigrateWorld,
} from "../../../cli/operations/migrate/migrate";
import { sqlDoor } from "../../../cli/operations/ops/sql-door";
import { findProject } from "../../../cli/project";
import { UserError } from "../../../core/errors";
import { scriptOf } from "../../../operations/migrate/sql";
import { openPostgres, type SandboxPostgres } from "../../../sandbox/postgres/postgres";
import { packageRoot, spokenContext } from "../support";
import { reachThat } from "../../operations/upkeep/ground";
import { exampleProject } from "./support/world";

/* Requirement: DB-09, DR-05, DR-06 */

let root: string;
const declared: Record<string, DeclaredStack> = {};
let postgres: SandboxPostgres;
/** Programs that were run: name, arguments, and what of the environment is libpq's. */
let ran: [name: string, args: readonly string[], libpq: Record<string, string>][];
let missing: string | undefined;
/** What happens to the next script instead of being run. */
let lost: "after" | "before" | undefined;

beforeAll(async () => {
  root = exampleProject();
  const program = path.join(packageRoot, "dist/program.cjs");
  for (const stack of ["dev", "prod"]) {
    declared[stack] = await declareStack({ project: findProject(root), program }, stack);
  }
  postgres = await openPostgres(path.join(root, "cloud"), "abc");
}, 240_000);
afterAll(async () => {
  await postgres.close();
  rmSync(root, { recursive: true });
});
/** Takes back what any test here does: to make the database anew takes seconds. */
const asNew = `drop schema if exists supabase_migrations cascade;
drop table if exists public.error_events, public.late;
delete from cron.job;`;
beforeEach(() => void ([ran, missing, lost] = [[], undefined, undefined]));
afterEach(async () => {
  await postgres.transact(asNew);
  rmSync(written, { force: true });
});

const unreached = () => new UserError([{ where: {}, found: "no answer" }], 2);

const world: MigrateWorld = {
  declare: (_context, stack) =>
    Promise.resolve({ project: findProject(root), ...declared[stack]! }),
  open: () =>
    Promise.resolve({
      ...{ by: "a Postgres", limits: [] },
      ask: async (statement, row) => (await postgres.query(statement)).map((it) => row.parse(it)),
      async apply(migration) {
        if (lost === "before") throw unreached();
        const refused = await postgres.transact(scriptOf(migration));
        if (refused !== undefined) throw new UserError([{ where: {}, found: refused }]);
        if (lost === "after") throw unreached();
      },
      close: () => Promise.resolve(),
    }),
  run(name, args, { env }) {
    const libpq = Object.entries(env).filter(([key]) => key.startsWith("PG"));
    ran.push([name, args, Object.fromEntries(libpq) as Record<string, string>]);
    if (missing === name) return Promise.resolve({ missing: `${name} is not on this machine` });
    const file = args.find((arg) => arg.startsWith("--file="))?.slice("--file=".length);
    if (file) writeFileSync(file, "-- dump\n");
    return Promise.resolve({ stdout: "", stderr: "", code: 0 });
  },
};

const DATABASE_URL = "postgres://postgres:hunter2@db.example:5432/postgres";
const flags: MigrateFlags = { sandbox: false, yes: true, dryRun: false };
const spoken = (env: NodeJS.ProcessEnv = { DATABASE_URL }) =>
  spokenContext({ cwd: root, env, format: "json" });
const run = async (stack = "prod", over: Partial<MigrateFlags> = {}, env?: NodeJS.ProcessEnv) => {
  const { context, out } = spoken(env);
  const code = await migrate(context, stack, { ...flags, ...over }, world);
  return { code, said: JSON.parse(out[0]!) as Record<string, unknown>, text: out.join() };
};
const lastRecord = () => readHistory(findProject(root), "prod").records.at(-1)!;
const ids = ["20261101000000_error_events", "20261101000100_error_notifier"];
/** A migration of a test's own, after all others. */
const name = "20990101000000_late";
let written: string;
beforeAll(() => void (written = path.join(root, `supabase/migrations/${name}.sql`)));
const add = (sql: string) => writeFileSync(written, `-- Rollback: a test's\n${sql}\n`);

describe("groundwork migrate", () => {
  it("shows what is pending in a dry run, and changes nothing", async () => {
    const { code, said } = await run("prod", { dryRun: true });
    expect([code, said]).toMatchObject([0, { changed: false, applied: [], by: "a Postgres" }]);
    expect(said["pending"]).toEqual(ids.map((id) => ({ id, losses: [] })));
    expect(ran).toEqual([]);
    expect(lastRecord()).toMatchObject({ operation: "migrate", dryRun: true, result: "done" });
  });

  it("dumps, copies, runs each, compares, and keeps a record", async () => {
    const { code, said } = await run();
    expect([code, said["applied"], said["strange"]]).toEqual([0, ids, []]);
    expect(ran.map(([program]) => program)).toEqual(["pg_dump", "aws"]);
    const address = "s3://velocity-backups-prod/database/velocity_backup_20261121_120000.sql";
    expect(ran[1]?.[1]).toContain(address);
    expect(said["backup"]).toMatchObject({ address, bytes: 8 });
    const steps = lastRecord().steps.map((step) => `${step.result} ${step.name}`);
    const applied = ids.map((id) => `done apply ${id}`);
    expect(steps).toEqual(["done plan", "done back up", ...applied, "done compare"]);
    const { digest } = said["backup"] as { digest: string };
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(lastRecord().steps[1]?.said).toContain(digest);
    const again = await run();
    expect(again.said).toMatchObject({ pending: [], changed: false });
    expect(ran).toHaveLength(2);
  });

  it("tells libpq alone where the database is, and leaves no dump behind", async () => {
    const { text } = await run();
    const [, args, libpq] = ran[0]!;
    expect(libpq).toMatchObject({ PGHOST: "db.example", PGPASSWORD: "hunter2" });
    expect(ran[1]?.[2]).toEqual({});
    expect(args.join(" ")).not.toMatch(/hunter2|db\.example/);
    expect(text + JSON.stringify(lastRecord())).not.toMatch(/hunter2|db\.example/);
    const file = args.find((arg) => arg.startsWith("--file="))!.slice("--file=".length);
    expect(() => readFileSync(file)).toThrow("ENOENT");
  });

  it.each<[string, NodeJS.ProcessEnv, string | undefined, RegExp]>([
    ["no way for pg_dump", {}, undefined, /DATABASE_URL is not set/],
    ["no pg_dump", { DATABASE_URL }, "pg_dump", /pg_dump is not on this machine/],
    ["no AWS CLI", { DATABASE_URL }, "aws", /aws is not on this machine/],
  ])("migrates nothing in prod with %s", async (_what, env, program, wanted) => {
    missing = program;
    await expect(run("prod", {}, env)).rejects.toThrow(wanted);
    expect(lastRecord().result).toBe("refused");
    expect(await postgres.query("select to_regclass('public.error_events') as t")).toEqual([
      { t: null },
    ]);
  });

  it("goes on in dev without a dump, and says so", async () => {
    const { code, said } = await run("dev", {}, {});
    expect([code, said["backup"], said["applied"]]).toEqual([0, undefined, ids]);
    const { steps } = readHistory(findProject(root), "dev").records.at(-1)!;
    expect(steps[1]).toMatchObject({ name: "back up", result: "skipped" });
  });

  it("stops at the first that fails, and says what is in force and what is not", async () => {
    add("create table late (id int);\nselect nothing from nowhere;");
    const error = await run().catch((reason: unknown) => reason as UserError);
    const { problems, exitCode } = error as UserError;
    expect(exitCode).toBe(1);
    expect(problems).toMatchObject([{ where: { file: `supabase/migrations/${name}.sql` } }]);
    expect(problems[0]?.found).toContain('relation "nowhere" does not exist');
    expect(problems[0]?.fix).toContain(`in force now: ${ids.join(", ")}; nothing of ${name} is`);
    expect(lastRecord().steps.at(-1)).toMatchObject({ name: `apply ${name}`, result: "refused" });
    add("create table late (id int);");
    expect((await run()).said["applied"]).toEqual([name]);
  });

  it("believes the database where a reply was lost, and nobody else", async () => {
    lost = "after";
    expect((await run()).said["applied"]).toEqual(ids);
    lost = "before";
    add("create table late (id int);");
    await expect(run()).rejects.toMatchObject({ exitCode: 2 });
  });

  it("refuses what loses data, unless that migration is named", async () => {
    add("drop table public.error_events;");
    await expect(run()).rejects.toThrow("it loses data: drop table public.error_events");
    const { said } = await run("prod", { acceptLoss: [name] });
    expect(said["applied"]).toEqual([...ids, name]);
  });

  it("asks where nobody agreed beforehand", async () => {
    await expect(run("prod", { yes: false })).rejects.toThrow(/cannot ask whether to run 2 migr/);
    expect(ran).toEqual([]);
  });

  it("has nothing to do where there is no migration, and needs no database for that", async () => {
    const bare: MigrateWorld = {
      ...world,
      declare: () =>
        Promise.resolve({
          ...declared["prod"]!,
          project: { ...findProject(root), root: path.join(root, "components") },
        }),
      open: () => Promise.reject(new Error("opened")),
    };
    const { context, out } = spoken({});
    expect(await migrate(context, "prod", flags, bare)).toBe(0);
    expect(JSON.parse(out[0]!)).toMatchObject({ pending: [], applied: [] });
  });
});

describe("a script by the doors of upkeep", () => {
  const bin = () => path.join(root, "bin");
  const psql = (body: string) => {
    mkdirSync(bin(), { recursive: true });
    writeFileSync(path.join(bin(), "psql"), `#!/bin/sh\n${body}\n`);
    chmodSync(path.join(bin(), "psql"), 0o755);
  };
  const door = (env: NodeJS.ProcessEnv, reach = reachThat({})) => {
    const found = sqlDoor({ sandbox: false, env, reach, cwd: root });
    if ("missing" in found) throw new Error(found.missing);
    return found;
  };
  const byPsql = () => door({ DATABASE_URL, PATH: `${bin()}:${process.env.PATH ?? ""}` });

  it("goes to psql by its input, in one transaction", async () => {
    psql(`echo "$@" > "${root}/args"; cat > "${root}/script"; echo "$PGHOST" > "${root}/host"`);
    await byPsql().transact("select 1;");
    const told = (file: string) => readFileSync(path.join(root, file), "utf8").trim();
    expect(told("script")).toBe("select 1;");
    expect(told("args")).toBe("-X -A -t -q -v ON_ERROR_STOP=1 --single-transaction --file=-");
    expect(told("host")).toBe("db.example");
  });

  it.each([
    [3, 1, 'relation "t" does not exist'],
    [2, 2, "psql ended with 2"],
  ])("that psql ends with %d is exit code %d", async (code, exitCode, words) => {
    psql(`cat > /dev/null; echo 'psql:<stdin>:2: ERROR:  relation "t" does not exist' >&2
echo 'DETAIL:  Key (email)=(ann@example.com) exists' >&2; exit ${code}`);
    const error = await byPsql()
      .transact("select 1;")
      .catch((it: unknown) => it as UserError);
    expect(error).toMatchObject({ exitCode });
    expect((error as UserError).message).toContain(words);
    expect((error as UserError).message).not.toContain("ann@");
  });

  const api = { SUPABASE_ACCESS_TOKEN: "sbp_1", SUPABASE_PROJECT_REF: "abc" };
  it.each([
    [201, "[]", undefined],
    [400, '{"message":"Failed to run sql query: ERROR:  syntax error at \\"x\\"\\nLINE 1: x"}', 1],
    [502, "", 2],
  ])("goes to the Management API once: %d", async (status, body, exitCode) => {
    const asked: Parameters<typeof reachThat>[1] = [];
    const reach = reachThat({ "https://api.supabase.com/": { status, body } }, asked);
    const error = await door(api, reach)
      .transact("select 1;")
      .catch((it: unknown) => it as UserError);
    expect(asked).toHaveLength(1);
    const sent = JSON.parse(asked[0]![1]?.body ?? "{}") as { query: string };
    expect(sent.query).toBe("begin;\nselect 1;\ncommit;");
    expect(error?.exitCode).toBe(exitCode);
    if (exitCode === 1) expect(error?.message).toContain('syntax error at "x"');
  });
});
