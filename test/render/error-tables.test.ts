import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { NewErrorEvent } from "../../core/error-event";
import { errorColumns, errorMigrations } from "../../render/error-tables";
import { ErrorPostgres, type Role } from "../components/error-postgres";

const files = errorMigrations({ kind: "database" });

let postgres: ErrorPostgres;
beforeAll(async () => {
  postgres = await ErrorPostgres.open(files.map(({ text }) => text));
}, 120_000);
afterAll(() => postgres.close());
beforeEach(async () => {
  await postgres.db.exec("truncate public.error_events, net.asked, vault.decrypted_secrets");
});

const error: NewErrorEvent = {
  service: "web",
  environment: "prod",
  name: "TypeError",
  message: "x is undefined",
};

function insert(role: Role, row: NewErrorEvent = error) {
  const names = Object.keys(row);
  const marks = names.map((_, at) => `$${at + 1}`);
  return postgres.as(
    role,
    `insert into public.error_events (${names.join(", ")}) values (${marks.join(", ")})`,
    Object.values(row),
  );
}

const denied = "permission denied for table error_events";

// Requirement: DB-15, ALRT-07
describe("the migrations of errors", () => {
  it("are those of this repository, byte for byte", () => {
    const folder = "supabase/migrations";
    expect(readdirSync(folder).map((name) => `${folder}/${name}`)).toEqual(
      files.map(({ file }) => file),
    );
    for (const { file, text } of files) expect(readFileSync(file, "utf8")).toBe(text);
  });

  it("are none where errors go to Sentry", () => {
    expect(errorMigrations({ kind: "sentry" })).toEqual([]);
  });

  it("ask for two extensions of Supabase and no others", () => {
    const asked = files.flatMap(({ text }) => text.match(/create extension [^;]*/g) ?? []);
    expect(asked).toEqual([
      "create extension if not exists pg_cron",
      "create extension if not exists pg_net",
    ]);
  });
});

// Requirement: COMP-09
describe("the table of errors", () => {
  it("has the columns of ErrorEvent with their types, in their order", async () => {
    const columns = await postgres.rows<{ column_name: string }>(
      `select column_name, data_type, is_nullable from information_schema.columns
       where table_name = 'error_events' order by ordinal_position`,
    );
    expect(columns.map(({ column_name }) => column_name)).toEqual(Object.keys(errorColumns));
    const at = "timestamp with time zone";
    expect(columns.map((it) => Object.values(it))).toEqual([
      ["id", "bigint", "NO"],
      ["occurred_at", at, "NO"],
      ["service", "text", "NO"],
      ["environment", "text", "NO"],
      ["release", "text", "YES"],
      ["level", "text", "NO"],
      ["name", "text", "NO"],
      ["message", "text", "NO"],
      ["stack", "text", "YES"],
      ["path", "text", "YES"],
      ["user_id", "uuid", "YES"],
      ["context", "jsonb", "NO"],
      ["group_key", "text", "YES"],
      ["handled_at", at, "YES"],
      ["mailed_at", at, "YES"],
    ]);
  });

  it("says of each column what it means", async () => {
    const comments = await postgres.rows<{ means: string }>(
      `select col_description('public.error_events'::regclass, ordinal_position::int) as means
       from information_schema.columns where table_name = 'error_events' order by ordinal_position`,
    );
    const means = Object.values(errorColumns).map((column) => column.means);
    expect(comments.map((it) => it.means)).toEqual(means);
  });

  it("fills in what whoever reports an error leaves out", async () => {
    await insert("service_role");
    const rows = await postgres.rows<Record<string, unknown>>(
      "select level, context, release, handled_at, occurred_at <= now() as now from error_events",
    );
    expect(rows).toEqual([
      { level: "error", context: {}, release: null, handled_at: null, now: true },
    ]);
  });

  it.each(["info", "ERROR", ""])("knows no level %j", async (level) => {
    const bad = { ...error, level } as unknown as NewErrorEvent;
    expect(await insert("service_role", bad)).toContain("error_events_level_check");
  });
});

// Requirement: DB-15
describe("who may reach errors", () => {
  it("is the service role, in every way", async () => {
    expect(await insert("service_role")).toBe(1);
    const read = await postgres.as("service_role", "select name from public.error_events");
    expect(read).toEqual([{ name: "TypeError" }]);
    const change = "update public.error_events set handled_at = now()";
    expect(await postgres.as("service_role", change)).toBe(1);
    expect(await postgres.as("service_role", "delete from public.error_events")).toBe(1);
  });

  it.each(["anon", "authenticated"] as const)("is not %s, in any way", async (role) => {
    await insert("service_role");
    expect(await insert(role)).toBe(denied);
    for (const sql of [
      "select 1 from public.error_events",
      "update public.error_events set message = ''",
      "delete from public.error_events",
      "truncate public.error_events",
    ]) {
      expect(await postgres.as(role, sql)).toBe(denied);
    }
  });

  it.each(["anon", "authenticated"] as const)(
    "is not %s even with rights to the table, since no row policy lets anybody in",
    async (role) => {
      await insert("service_role");
      await postgres.db.exec(`grant all on public.error_events to ${role}`);
      try {
        expect(await insert(role)).toContain("violates row-level security policy");
        expect(await postgres.as(role, "select 1 from public.error_events")).toBe(0);
        expect(await postgres.as(role, "delete from public.error_events")).toBe(0);
      } finally {
        await postgres.db.exec(`revoke all on public.error_events from ${role}`);
      }
    },
  );
});

describe("the nightly job", () => {
  it("forgets errors after 90 days", async () => {
    const now = Date.now();
    const daysAgo = (days: number) => new Date(now - days * 86_400_000).toISOString();
    await insert("service_role", { ...error, message: "old", occurred_at: daysAgo(91) });
    await insert("service_role", { ...error, message: "young", occurred_at: daysAgo(89) });
    await postgres.runJob("forget-error-events");
    const left = await postgres.rows("select message from public.error_events");
    expect(left).toEqual([{ message: "young" }]);
  });
});

describe("the job of every five minutes", () => {
  const remember = () =>
    postgres.db.exec(
      `insert into vault.decrypted_secrets values
         ('project_url', 'https://ref.supabase.co'), ('service_role_key', 'a-token')`,
    );
  const asked = () => postgres.rows("select * from net.asked");

  it("calls the notifier as the service role when there are new errors", async () => {
    await remember();
    await insert("service_role");
    await postgres.runJob("error-notifier");
    expect(await asked()).toEqual([
      {
        url: "https://ref.supabase.co/functions/v1/error-notifier",
        headers: { "Content-Type": "application/json", Authorization: "Bearer a-token" },
        body: {},
        timeout_milliseconds: 30_000,
      },
    ]);
  });

  it("calls nobody when all errors were read", async () => {
    await remember();
    await insert("service_role");
    await postgres.db.exec("update public.error_events set handled_at = now()");
    await postgres.runJob("error-notifier");
    expect(await asked()).toEqual([]);
  });

  it("calls nobody in a project whose vault is empty", async () => {
    await insert("service_role");
    await postgres.runJob("error-notifier");
    expect(await asked()).toEqual([]);
  });

  it("runs at its hours, with no key in its text", async () => {
    const jobs = await postgres.rows<{ command: string }>("select * from cron.job order by 1");
    expect(jobs).toMatchObject([
      { jobname: "error-notifier", schedule: "*/5 * * * *" },
      { jobname: "forget-error-events", schedule: "17 3 * * *" },
    ]);
    expect(jobs[0]?.command).not.toMatch(/eyJ|sb_secret|re_/);
  });
});
