import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeBundle } from "../../../cli/operations/ops/diagnose";
import type { OpenGround } from "../../../cli/operations/ops/ground";
import { ops } from "../../../cli/operations/ops/ops";
import { runProgram } from "../../../cli/operations/ops/programs";
import { libpqVariables, sqlDoor } from "../../../cli/operations/ops/sql-door";
import { reachThat, upkeepGround } from "../../operations/upkeep/ground";
import { spokenContext } from "../support";

let root: string;
beforeEach(() => void (root = mkdtempSync(path.join(os.tmpdir(), "ops-"))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("groundwork ops", () => {
  it("refuses a plan that is none, with those there are", async () => {
    const { context } = spokenContext();
    const asked = { sandbox: true, dryRun: true, yes: false };
    await expect(ops(context, "yearly", "prod", asked)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining(
        "no such plan; expected one of daily, weekly, monthly, diagnose",
      ) as string,
    });
  });

  it("writes a bundle for its owner alone, without what could open anything", () => {
    const resources = [{ type: "aws:kms/key:Key" }, { type: "aws:kms/key:Key" }];
    const opened = { ground: upkeepGround(), declared: { resources } } as unknown as OpenGround;
    const step = { name: "health", result: "done" as const, said: "Bearer hunter2", seconds: 1 };
    const file = writeBundle({ root }, opened, [step]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const text = readFileSync(file, "utf8");
    expect(text).not.toContain("hunter2");
    expect(JSON.parse(text)).toMatchObject({ stack: "prod", declared: { "aws:kms/key:Key": 2 } });
  });
});

describe("the way to the database", () => {
  const reach = reachThat({});
  const door = (env: NodeJS.ProcessEnv, sandbox = false) =>
    sqlDoor({ sandbox, env, reach, cwd: root });

  it("is told to libpq by variables, never by arguments", () => {
    const url = "postgresql://postgres.ref:p%40ss@db.example:6543/postgres?sslmode=verify-full";
    expect(libpqVariables(url)).toEqual({
      ...{ PGHOST: "db.example", PGPORT: "6543", PGUSER: "postgres.ref", PGPASSWORD: "p@ss" },
      ...{ PGDATABASE: "postgres", PGSSLMODE: "verify-full" },
    });
    expect(libpqVariables("postgres://u:p@h")).toMatchObject({
      PGPORT: "5432",
      PGSSLMODE: "require",
    });
  });

  it.each<[string, NodeJS.ProcessEnv, boolean, object]>([
    [
      "is not there on the sandbox",
      { DATABASE_URL: "postgres://h" },
      true,
      { missing: "the sandbox has no Postgres" },
    ],
    ["is psql first", { DATABASE_URL: "postgres://h" }, false, { by: "psql" }],
    [
      "is the Management API for reading",
      { SUPABASE_ACCESS_TOKEN: "t", SUPABASE_PROJECT_REF: "r" },
      false,
      { by: "the Management API" },
    ],
  ])("%s", (_what, env, sandbox, wanted) => expect(door(env, sandbox)).toMatchObject(wanted));

  it("says what to set where nothing is", () => {
    expect(door({})).toMatchObject({ missing: expect.stringContaining("DATABASE_URL") as string });
  });
});

describe("a program of the machine", () => {
  it("tells its output and exit code, and that it is not there", async () => {
    const where = { cwd: root, env: process.env };
    const script = "process.stdout.write('told'); process.exit(3)";
    expect(await runProgram(process.execPath, ["-e", script], where)).toEqual({
      stdout: "told",
      stderr: "",
      code: 3,
    });
    expect(await runProgram("no-such-program", [], where)).toEqual({
      missing: "no-such-program is not on this machine: install it",
    });
  });
});
