import { describe, expect, it } from "vitest";
import type { UserError } from "../../../core/errors";
import { backupBucket, dumpArguments, dumpName } from "../../../operations/migrate/backup";
import type { Migration } from "../../../operations/migrate/migration";
import { type MigrationFacts, planMigrations } from "../../../operations/migrate/plan";
import { destructiveIn, unfitIn } from "../../../operations/migrate/statements";
import { scriptOf } from "../../../operations/migrate/sql";
import { migrationsIn } from "../../../cli/operations/migrate/files";
import { packageRoot } from "../../cli/support";
import { tokens } from "../../../core/tokens";
import { resource } from "../../policies/support/stack";

const migration = (id: string, sql = "select 1;", reversed = true): Migration => ({
  ...{ id, sql, reversed },
});
const first = migration("20260101000000_first");
const second = migration("20260201000000_second");
const facts = (over: Partial<MigrationFacts> = {}): MigrationFacts => ({
  ...{ tier: "prod", migrations: [first, second], applied: [] },
  ...over,
});
const problemsOf = (over: Partial<MigrationFacts>, accepted: string[] = []) => {
  try {
    planMigrations(facts(over), accepted);
  } catch (error) {
    return (error as UserError).problems.map(({ where, found }) => [
      where.file ?? where.path,
      found,
    ]);
  }
  return [];
};

// Requirement: DB-09
describe("a plan of migrations", () => {
  it("is what the database did not run yet, oldest first", () => {
    const ids = (applied: string[]) => planMigrations(facts({ applied }), []).map(({ id }) => id);
    expect(ids([])).toEqual([first.id, second.id]);
    expect(ids(["20260101000000"])).toEqual([second.id]);
    expect(ids(["20260101000000", "20260201000000"])).toEqual([]);
  });

  it("refuses one that nobody can take back, but in dev", () => {
    const alone = { migrations: [migration("20260101000000_first", "select 1;", false)] };
    expect(problemsOf(alone)).toEqual([
      ["supabase/migrations/20260101000000_first.sql", "nobody wrote what takes it back"],
    ]);
    expect(problemsOf({ ...alone, tier: "dev" })).toEqual([]);
  });

  it.each(["-- Rollback: it stays", "-- Takes back: 20260101000000_x"])(
    "takes a note for a way back: %s",
    (note) => {
      const one = migration("20260101000000_first", `${note}\nselect 1;`, false);
      expect(problemsOf({ migrations: [one] })).toEqual([]);
    },
  );

  it.each(["-- Rollback:", "-- rollback", "select '-- Rollback: no';"])(
    "takes no note that says nothing: %s",
    (note) => {
      const one = migration("20260101000000_first", `${note}\n`, false);
      expect(problemsOf({ migrations: [one] })).toHaveLength(1);
    },
  );

  const losing = migration("20260101000000_first", "alter table t drop column c;");
  it("refuses to lose data that nobody agreed to lose", () => {
    expect(problemsOf({ migrations: [losing] })).toEqual([
      [`supabase/migrations/${losing.id}.sql`, "it loses data: alter table t drop column c"],
    ]);
  });

  it.each<[string, Partial<MigrationFacts>, string[], string]>([
    ["by name", { migrations: [losing] }, [losing.id], "--accept-loss"],
    [
      "in the migration itself, with a reason",
      { migrations: [{ ...losing, sql: `-- Loses data: c is unused\n${losing.sql}` }] },
      [],
      "c is unused",
    ],
    ["in dev", { migrations: [losing], tier: "dev" }, [], "dev"],
  ])("loses it where that was agreed to %s", (_how, over, accepted, agreed) => {
    expect(planMigrations(facts(over), accepted)).toMatchObject([
      { id: losing.id, losses: ["alter table t drop column c"], agreed },
    ]);
  });

  it("agrees to nothing that is not pending", () => {
    expect(problemsOf({}, ["20990101000000_other"])).toEqual([
      ["--accept-loss", "no pending migration 20990101000000_other"],
    ]);
  });

  it("refuses a history that is not this one's, all of it at once", () => {
    const applied = ["20260201000000", "20251231000000"];
    expect(problemsOf({ applied })).toEqual([
      ["supabase/migrations: 20251231000000", "the database ran what is not here"],
      [
        `supabase/migrations: ${first.id}`,
        "older than the newest that the database ran (20260201000000), and not run",
      ],
    ]);
    const twin = migration("20260101000000_twin");
    expect(problemsOf({ migrations: [first, twin] })).toEqual([
      [`supabase/migrations: ${twin.id}`, "its version is another's too"],
    ]);
  });

  it("holds for the migrations of the repository", () => {
    const migrations = migrationsIn({ root: packageRoot });
    expect(migrations.length).toBeGreaterThan(1);
    expect(problemsOf({ migrations })).toEqual([]);
  });
});

describe("statements of a migration", () => {
  it.each([
    ["drop table t;", true],
    ["DROP TABLE IF EXISTS a.t CASCADE;", true],
    ["alter table t\n  drop column c;", true],
    ["truncate t;", true],
    ["delete from t;", true],
    ["do $$ begin delete from t; end $$;", true],
    ["do $$ begin execute 'drop table t'; end $$;", true],
    ["delete from t where id = 1;", false],
    ["alter table t drop constraint c;", false],
    ["drop index i;", false],
    ["select cron.schedule('x', '* * * * *', $$delete from t$$);", false],
    ["insert into t values ('; drop table t;');", false],
    ["-- drop table t;\nselect 1;", false],
    ["create function f() returns void language sql as $$ truncate t $$;", false],
  ])("%s loses data: %s", (sql, loses) => {
    expect(destructiveIn(sql).length > 0).toBe(loses);
  });

  it.each([
    ["create index concurrently i on t (c);", ["create index concurrently i on t (c)"]],
    ["reindex table concurrently t;", ["reindex table concurrently t"]],
    ["vacuum t;", ["vacuum t"]],
    ["begin;\nselect 1;\ncommit;", ["begin"]],
    ["select 1; COMMIT;", ["COMMIT"]],
    ["select 1;\n\\! rm -rf x", ["a backslash outside of texts"]],
    ["do $$ begin perform 1; end $$;", []],
    ["create index i on t (c); -- concurrently\n", []],
    ["insert into t values ('\\n');", []],
  ])("%s does not fit into one transaction by %j", (sql, wanted) => {
    expect(unfitIn(sql)).toEqual(wanted);
  });

  it("are sent with their line of the history, quoted", () => {
    const script = scriptOf(migration("20260101000000_it", "select 'a';\n-- last"));
    expect(script).toContain("values ('20260101000000', 'it', array['select ''a'';\n-- last'])");
    expect(script.indexOf("insert into")).toBeLessThan(script.indexOf("\nselect 'a'"));
    expect(script.endsWith("-- last\n;\n")).toBe(true);
  });
});

// Requirement: DR-05, DR-06
describe("a dump before migrations", () => {
  it("is named after the product and the time in UTC", () => {
    expect(dumpName("velocity-platform", new Date("2026-11-22T03:15:09.5Z"))).toBe(
      "velocity_backup_20261122_031509.sql",
    );
  });

  it("is told no address and no password by arguments", () => {
    const args = dumpArguments("/tmp/x.sql");
    expect(args).toContain("--file=/tmp/x.sql");
    expect(args).toContain("--no-password");
    expect(args.filter((arg) => /host|user|dbname|postgres:/.test(arg))).toEqual([]);
  });

  it("goes to the bucket on S3 that the stack has for backups", () => {
    const bucket = (inputs: Record<string, string>) =>
      resource(tokens.storageBucket, inputs["name"]!, inputs);
    const backups = bucket({ vendor: "s3", purpose: "backup", name: "shop-backups" });
    const assets = bucket({ vendor: "s3", purpose: "assets", name: "shop-assets" });
    expect(backupBucket([assets, backups])).toBe("shop-backups");
    expect(backupBucket([assets])).toBeUndefined();
  });
});
