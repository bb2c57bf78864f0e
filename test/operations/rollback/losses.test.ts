import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lossesIn } from "../../../operations/rollback/losses";

/* Requirement: DR-13 */

describe("statements that lose data", () => {
  it.each([
    ["drop table a;", ["drop table a"]],
    ["DROP  TABLE\n if exists a cascade", ["DROP TABLE if exists a cascade"]],
    ["drop schema b cascade; drop index c;", ["drop schema b cascade"]],
    ["truncate a, b;", ["truncate a, b"]],
    ["delete from a where b = 1;", ["delete from a where b = 1"]],
    ["alter table a drop column b;", ["alter table a drop column b"]],
    ["alter table only a\n drop b;", ["alter table only a drop b"]],
    ["do $$ begin drop table a; end $$;", ["drop table a"]],
    ["do $x$ begin if true then delete from a; end if; end $x$", ["delete from a"]],
    ["do $$ begin execute 'drop table a'; end $$", ["execute ''"]],
  ])("are found in %s", (sql, losses) => {
    expect(lossesIn(sql)).toEqual(losses);
  });

  it.each([
    "-- drop table a;\nselect 1;",
    "/* drop table a; */ select 1",
    "comment on table a is 'drop table a; truncate b';",
    "select cron.schedule('x', '* * * * *', $$delete from a$$);",
    "select cron.unschedule('error-notifier');",
    "drop index a; drop policy b on c; drop function d();",
    "alter table a drop constraint b; alter table a alter column b drop default;",
    "alter table a alter column b drop not null;",
    "create table droplet (id int);",
  ])("are not found in %s", (sql) => {
    expect(lossesIn(sql)).toEqual([]);
  });

  it("are found wherever they stand among others", () => {
    const harmless = fc.constantFrom("select 1", "drop index a", "-- it's\nselect 2", "select ';'");
    fc.assert(
      fc.property(fc.array(harmless), fc.array(harmless), (before, after) => {
        const sql = [...before, "drop table victim", ...after].join(";\n");
        expect(lossesIn(sql)).toEqual(["drop table victim"]);
      }),
    );
  });
});
