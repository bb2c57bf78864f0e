import { describe, expect, it } from "vitest";
import { UNKNOWN, type PropertyMap, type Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { databaseResetBarred as rule } from "../../../policies/rules/recovery/database-reset-barred";
import { hostedSite } from "../support/hosted";
import { brief, judge, profile, resource, vercelProject } from "../support/stack";

const file = (content: Value) => resource(providerTypes.githubFile, "workflow", { content });
const project = (inputs: PropertyMap) => ({ ...vercelProject, inputs });
const ask = (content: Value) => brief(judge(rule, [file(content)]));

describe(`${rule.id}: ${rule.title}`, () => {
  it.each([
    "npm run build",
    "supabase db reset # on the runner",
    "supabase db reset --local && supabase link --linked",
    "supabase db push --linked",
    "supabase migration down --local; supabase db push --linked",
    "supabase migration up --linked",
    "prisma migrate deploy",
    "prisma db push; rm --force-reset",
    "drop table visits",
  ])("accepts %s", (content) => {
    expect(ask(content)).toEqual([`pass workflow: ${rule.title}`]);
  });

  it.each([
    ["supabase db reset", "npx supabase db reset --linked"],
    ["supabase db reset", "run: supabase  db reset --debug --db-url $DB"],
    ["supabase migration down", "supabase migration down --last 1 --linked"],
    ["supabase migration down", "supabase migrations down --db-url=$DB"],
    ["prisma reset", "npx prisma migrate reset --force"],
    ["prisma reset", "prisma db push --skip-generate --force-reset"],
    ["dropdb", "dropdb app"],
    ["dropdb", 'psql -c "DROP  DATABASE app"'],
  ])("reports %s in: %s", (found, content) => {
    expect(ask(`name: release\n${content}\n`)).toEqual([
      `fail workflow: content: found ${found}, wanted none of the commands that reset a database`,
    ]);
  });

  it("reads every command of a build, and not the one of a developer", () => {
    const reset = "supabase db reset --linked";
    const failing = (inputs: PropertyMap) =>
      judge(rule, [project(inputs)])
        .filter(({ state }) => state === "fail")
        .map(({ property }) => property);
    expect(failing({ buildCommand: reset })).toEqual(["buildCommand"]);
    expect(failing({ installCommand: reset })).toEqual(["installCommand"]);
    expect(failing({ ignoreCommand: reset })).toEqual(["ignoreCommand"]);
    expect(failing({ devCommand: reset })).toEqual([]);
  });

  it("lets dev do so, and a stack of dev forbid it", () => {
    const dev = (rules: PropertyMap) =>
      brief(judge(rule, [profile({ tier: "dev", rules }), file("dropdb app")], { stack: "dev" }));
    expect(dev({})).toEqual(["not-applicable workflow: the tier may reset its database"]);
    expect(dev({ [rule.id]: { barred: ["dropdb"] } })[0]).toMatch(/^fail workflow/);
    const staging = judge(rule, [profile({ tier: "staging" }), file("dropdb app")], {
      stack: "staging",
    });
    expect(staging[0]?.state).toBe("fail");
  });

  it("cannot tell what is unknown", () => {
    expect(ask(UNKNOWN)).toEqual([expect.stringMatching(/^unknown workflow: content: not known/)]);
  });

  it("reads the commands of a site on another host", () => {
    const site = hostedSite({ buildCommand: "npm run build && supabase db reset --linked" });
    expect(judge(rule, [site]).filter(({ state }) => state === "fail")).toMatchObject([
      { property: "buildCommand", found: ["supabase db reset"] },
    ]);
  });
});
