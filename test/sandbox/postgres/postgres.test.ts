import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPostgres, type SandboxPostgres } from "../../../sandbox/postgres/postgres";

let cloud: string;
let one: SandboxPostgres;
beforeAll(async () => {
  cloud = mkdtempSync(path.join(tmpdir(), "groundwork-postgres-"));
  one = await openPostgres(cloud, "abc");
}, 120_000);
afterAll(async () => {
  await one.close();
  rmSync(cloud, { recursive: true, force: true });
});

describe("the sandbox's Postgres", () => {
  it("runs a script as a whole or not at all, and says why not", async () => {
    expect(await one.transact("create table t (id int);\nselect 1/0;")).toBe("division by zero");
    await expect(one.query("select from t")).rejects.toThrow("does not exist");
    expect(existsSync(path.join(cloud, "postgres"))).toBe(false);
    expect(await one.transact("create table t (id int);")).toBeUndefined();
  });

  it("has what migrations ask of Supabase", async () => {
    const asked = [
      "create extension if not exists pg_cron;",
      'create extension if not exists "uuid-ossp";',
      "create extension if not exists pgcrypto with schema extensions;",
      "select cron.schedule('job', '* * * * *', 'select 1');",
      "select cron.unschedule('job');",
      "create policy own on storage.objects for select to authenticated using (owner_id = auth.uid()::text);",
      "grant select on auth.users to service_role;",
    ];
    expect(await one.transact(asked.join("\n"))).toBeUndefined();
    expect(await one.query("select * from cron.job")).toEqual([]);
  });

  it("runs the migrations of the repository, and what takes them back", async () => {
    for (const folder of ["supabase/migrations", "supabase/reverse"]) {
      for (const file of readdirSync(folder).sort()) {
        const said = await one.transact(readFileSync(path.join(folder, file), "utf8"));
        expect([file, said]).toEqual([file, undefined]);
      }
    }
  });

  it("keeps what it ran for the next opening, by project", async () => {
    expect(readdirSync(path.join(cloud, "postgres"))).toEqual(["abc.json"]);
    const again = await openPostgres(cloud, "abc");
    expect(await again.query("select count(*)::int as n from t")).toEqual([{ n: 0 }]);
    await again.close();
  }, 120_000);
});
