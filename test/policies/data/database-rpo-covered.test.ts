import { describe, expect, it } from "vitest";
import { UNKNOWN, type Value } from "../../../core/value";
import { tokens } from "../../../core/tokens";
import { providerTypes } from "../../../policies/lib/provider-types";
import { databaseRpoCovered as rule } from "../../../policies/rules/data/database-rpo-covered";
import { brief, judge, resource, supabaseProject } from "../support/stack";
import { ofProject } from "../support/data";

const promise = (rpoMinutes: Value, name = "recovery") =>
  resource(tokens.recovery, name, { objectives: { database: { rpoMinutes } } });
const pitr = ofProject(providerTypes.supabasePitr, "pitr", { variant: "pitr_7" });
const schedule = ofProject(providerTypes.supabaseBackupSchedule, "backups");
const judged = (minutes: Value, backup: typeof pitr) =>
  brief(judge(rule, [promise(minutes), supabaseProject, backup]));

// Requirement: DR-03, DR-07, ENV-14
describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for point-in-time recovery, down to two minutes", () => {
    expect(judged(2, pitr)).toEqual([`pass db: ${rule.title}`]);
    expect(judged(1, pitr)).toEqual([
      "fail db: found up to 2 minutes lost, wanted at most 1 minutes lost",
    ]);
  });

  it("counts a backup once a day as a day", () => {
    expect(judged(1440, schedule)[0]).toMatch(/^pass/);
    expect(judged(1439, schedule)).toEqual([
      "fail db: found up to 1440 minutes lost, wanted at most 1439 minutes lost",
    ]);
  });

  it.each([
    ["pro", /^pass/],
    ["free", /found no backup of this database, wanted at most 1440 minutes lost$/],
    ["toString", /^fail/],
    [null, /^fail/],
  ])("knows whether the plan %j brings backups", (plan, expected) => {
    const component = resource(tokens.database, "db", { plan });
    const project = { ...supabaseProject, parent: component.urn };
    expect(brief(judge(rule, [promise(1440), component, project]))[0]).toMatch(expected);
  });

  it("goes by the shortest promise", () => {
    const results = judge(rule, [promise(60), promise(1, "more"), supabaseProject, pitr]);
    expect(results[0]?.state).toBe("fail");
  });

  it("has no ground without a promise, or without a database", () => {
    expect(judge(rule, [supabaseProject])[0]?.message).toBe(
      "no recovery point of the database is promised",
    );
    expect(judge(rule, [promise(60)])[0]?.state).toBe("not-applicable");
  });

  it("cannot tell while the promise is not known", () => {
    expect(judged(UNKNOWN, pitr)[0]).toMatch(/^unknown/);
  });
});
