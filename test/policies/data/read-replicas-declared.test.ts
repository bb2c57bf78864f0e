import { describe, expect, it } from "vitest";
import { providerTypes } from "../../../policies/lib/provider-types";
import { readReplicasDeclared as rule } from "../../../policies/rules/data/read-replicas-declared";
import { brief, judge, profile, supabaseProject } from "../support/stack";
import { ofProject } from "../support/data";

const replica = (name: string) =>
  ofProject(providerTypes.supabaseReadReplica, name, { region: "ca-central-1" });

// Requirement: DB-07, ENV-07
describe(`${rule.id}: ${rule.title}`, () => {
  it("holds with a replica in prod", () => {
    expect(judge(rule, [supabaseProject, replica("a")])[0]).toMatchObject({
      state: "pass",
      found: 1,
    });
  });

  it("reports a database without", () => {
    expect(judge(rule, [supabaseProject])[0]).toMatchObject({ input: "readReplicas", found: 0 });
    expect(brief(judge(rule, [supabaseProject]))).toEqual([
      "fail db: found 0 read replicas, wanted 1 or more",
    ]);
  });

  it("asks nothing of other tiers, and more where the stack does", () => {
    const staging = [profile({ tier: "staging" }), supabaseProject];
    expect(judge(rule, staging, { stack: "staging" })[0]?.message).toBe(
      "the tier asks for no replica",
    );
    const two = profile({ rules: { "read-replicas-declared": { min: 2 } } });
    expect(judge(rule, [two, supabaseProject, replica("a")])[0]?.state).toBe("fail");
    expect(judge(rule, [two, supabaseProject, replica("a"), replica("b")])[0]?.state).toBe("pass");
    const none = profile({ rules: { "read-replicas-declared": { min: 0 } } });
    expect(judge(rule, [none, supabaseProject])[0]?.state).toBe("fail");
  });

  it("has nothing to judge without a database", () => {
    expect(judge(rule, [])[0]?.state).toBe("not-applicable");
  });
});
