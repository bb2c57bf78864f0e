import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { databaseTls as rule } from "../../../policies/rules/https/database-tls";
import { brief, judge, places, resource, supabaseProject } from "../support/stack";

const settings = (inputs: PropertyMap) =>
  resource(providerTypes.supabaseSettings, "db-settings", inputs, {
    propertyDependencies: { projectRef: [supabaseProject.urn] },
  });

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds when the project's settings enforce TLS", () => {
    expect(places(judge(rule, [supabaseProject, settings({ sslEnforcement: true })]))).toEqual([
      "pass db-settings sslEnforcement",
    ]);
  });

  it("reports settings that do not enforce it, in full", () => {
    expect(judge(rule, [supabaseProject, settings({ sslEnforcement: false })])).toEqual([
      {
        rule: "database-tls",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::supabase:index/settings:Settings::db-settings",
        level: "mandatory",
        severity: "high",
        message: "sslEnforcement: found false, wanted true",
        property: "sslEnforcement",
        input: "sslEnforcement",
        found: false,
        wanted: true,
      },
    ]);
  });

  it("reports settings that say nothing of it", () => {
    expect(brief(judge(rule, [supabaseProject, settings({})]))).toEqual([
      "fail db-settings: sslEnforcement: found nothing, wanted true",
    ]);
  });

  it("reports a project without settings", () => {
    expect(brief(judge(rule, [supabaseProject]))).toEqual([
      "fail db: found no Settings of this project, wanted one with sslEnforcement true",
    ]);
  });

  it("does not take another project's settings for this one's", () => {
    const other = resource(providerTypes.supabaseProject, "other");
    const results = judge(rule, [supabaseProject, other, settings({ sslEnforcement: true })]);
    expect(places(results)).toEqual(["fail other -", "pass db-settings sslEnforcement"]);
  });

  it("joins settings by the project's id when the program writes it down", () => {
    const project = { ...supabaseProject, outputs: { id: "abcdefghijklmnop" } };
    const byId = resource(providerTypes.supabaseSettings, "db-settings", {
      projectRef: "abcdefghijklmnop",
      sslEnforcement: true,
    });
    expect(judge(rule, [project, byId])[0]?.state).toBe("pass");
  });

  it("cannot tell when the value is unknown", () => {
    expect(judge(rule, [supabaseProject, settings({ sslEnforcement: UNKNOWN })])[0]?.state).toBe(
      "unknown",
    );
  });

  it("has nothing to judge in a stack without a database", () => {
    expect(judge(rule, [])[0]?.state).toBe("not-applicable");
  });
});
