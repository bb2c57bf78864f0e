import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { SqlDoor } from "../../../operations/upkeep/ground";
import * as sql from "../../../operations/upkeep/sql";
import {
  capacityStep,
  maintenanceStep,
  topTablesStep,
} from "../../../operations/upkeep/steps/database";
import { upkeepGround } from "./ground";

let database: PGlite;
beforeAll(async () => {
  database = new PGlite();
  await database.exec(`
    create table plain (id int primary key, note text);
    create schema "Odd schema";
    create table "Odd schema"."a ""quoted"" table" (id int primary key);
    insert into plain select n, 'x' from generate_series(1, 50) n;
    create schema auth;
    create table auth.users (id int primary key);
  `);
}, 60_000);
afterAll(() => database.close());

/** As psql would, one statement at a time. */
const door = (ran: string[] = []): SqlDoor => ({
  by: "a real Postgres",
  ask: async <T>(statement: string, row: z.ZodType<T>) => {
    const { rows } = await database.query(statement);
    return rows.map((one) => row.parse(one));
  },
  async run(statement) {
    ran.push(statement);
    await database.query(statement);
  },
  transact: async (script) => void (await database.exec(script)),
});

const window = { name: "weekly", expression: "cron(0 7 * * 0)", duration: "PT1H" };

// Requirement: OPS-01, OPS-02, OPS-03
describe("statements of upkeep on a real Postgres", () => {
  it.each(Object.entries({ ...sql }).filter(([, text]) => typeof text === "string"))(
    "%s is taken",
    async (_name, statement) => {
      await expect(database.query(statement as string)).resolves.toBeDefined();
    },
  );

  it("name tables of the product, and none of Supabase's own", async () => {
    const { rows } = await database.query<{ relname: string }>(sql.tablesToMaintain);
    const names = rows.map(({ relname }) => relname).sort();
    expect(names).toEqual(['a "quoted" table', "plain"]);
  });

  it("tell the busiest tables", async () => {
    const { result, said } = await topTablesStep.run(upkeepGround({ sql: door() }));
    expect(result).toBe("done");
    expect(said).toContain("public.plain");
  });

  it("tell what there is room for", async () => {
    const { said } = await capacityStep.run(upkeepGround({ sql: door() }));
    expect(said).toMatch(/^\d+ MiB, \d+ of \d+ connections, /);
  });
});

describe("database maintenance", () => {
  it("vacuums every table, whatever its name, and reindexes inside a window", async () => {
    const ran: string[] = [];
    const { result, said } = await maintenanceStep.run(
      upkeepGround({ sql: door(ran), windows: [window] }),
    );
    expect(result, said).toBe("done");
    expect([...ran].sort()).toEqual([
      'reindex (concurrently) table "Odd schema"."a ""quoted"" table"',
      'reindex (concurrently) table "public"."plain"',
      'vacuum (analyze) "Odd schema"."a ""quoted"" table"',
      'vacuum (analyze) "public"."plain"',
    ]);
  });

  it("does not reindex outside, and says when it would", async () => {
    const ran: string[] = [];
    const now = new Date("2026-11-23T07:10:00Z");
    const { said } = await maintenanceStep.run(
      upkeepGround({ sql: door(ran), windows: [window], now }),
    );
    expect(ran.every((statement) => statement.startsWith("vacuum"))).toBe(true);
    expect(said).toContain("no reindex: outside the windows weekly cron(0 7 * * 0)");
  });

  it("in a dry run sends nothing that changes anything", async () => {
    const ran: string[] = [];
    const { said } = await maintenanceStep.run(upkeepGround({ sql: door(ran), dryRun: true }));
    expect(ran).toEqual([]);
    expect(said).toContain('vacuum (analyze) "public"."plain"');
  });

  it("is skipped where statements are held in transactions, and where there is no database", async () => {
    const reading = { ...door(), run: undefined } as SqlDoor;
    const held = await maintenanceStep.run(upkeepGround({ sql: reading }));
    expect(held).toMatchObject({ result: "skipped" });
    expect(held.said).toContain("set DATABASE_URL");
    expect((await maintenanceStep.run(upkeepGround())).result).toBe("skipped");
  });
});
