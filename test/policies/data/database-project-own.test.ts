import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { databaseProjectOwn as rule } from "../../../policies/rules/data/database-project-own";
import { brief, judge, resource, supabaseProject } from "../support/stack";
import { ofProject } from "../support/data";

// Requirement: DB-01, DB-16
describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for what is computed from the stack's project, or names its known id", () => {
    const settings = ofProject(providerTypes.supabaseSettings, "settings", { projectRef: UNKNOWN });
    expect(judge(rule, [supabaseProject, settings])[0]?.state).toBe("pass");
    const known = { ...supabaseProject, outputs: { id: "ours" } };
    const byId = resource(providerTypes.supabasePooler, "pool", { projectRef: "ours" });
    expect(judge(rule, [known, byId])[0]?.state).toBe("pass");
  });

  it("reports a project of elsewhere, and a branch of it", () => {
    const pool = resource(providerTypes.supabasePooler, "pool", { projectRef: "theirs" });
    expect(brief(judge(rule, [supabaseProject, pool]))).toEqual([
      "fail pool: projectRef: found a project that the stack does not declare, wanted a project of this stack",
    ]);
    const branch = resource("supabase:index/branch:Branch", "preview", {
      parentProjectRef: "theirs",
    });
    expect(judge(rule, [branch])[0]).toMatchObject({
      state: "fail",
      property: "parentProjectRef",
    });
  });

  it("reports what comes out of another stack, known or not", () => {
    const reference = resource("pulumi:pulumi:StackReference", "prod");
    const pool = resource(
      providerTypes.supabasePooler,
      "pool",
      { projectRef: UNKNOWN },
      { propertyDependencies: { projectRef: [reference.urn] } },
    );
    expect(judge(rule, [supabaseProject, reference, pool])[0]?.state).toBe("fail");
  });

  it("cannot tell where nothing says whence it comes", () => {
    const pool = resource(providerTypes.supabasePooler, "pool", { projectRef: UNKNOWN });
    expect(judge(rule, [supabaseProject, pool])[0]?.state).toBe("unknown");
  });

  it("has nothing to judge of other vendors, components and the project itself", () => {
    const other = resource("other:index/thing:Thing", "thing", { projectRef: "theirs" });
    const component = resource("groundwork:storage:StorageBucket", "files", {
      projectRef: "theirs",
    });
    const function_ = resource(
      "supabase:index/provider:Thing",
      "custom",
      { projectRef: "x" },
      { custom: false },
    );
    expect(judge(rule, [supabaseProject, other, component, function_])[0]?.state).toBe(
      "not-applicable",
    );
  });
});
