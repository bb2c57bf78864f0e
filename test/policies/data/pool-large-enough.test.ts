import { describe, expect, it } from "vitest";
import { UNKNOWN, type Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { poolLargeEnough as rule } from "../../../policies/rules/data/pool-large-enough";
import { brief, judge, profile, supabaseProject } from "../support/stack";
import { ofProject } from "../support/data";

const pool = (defaultPoolSize: Value) =>
  ofProject(providerTypes.supabasePooler, "pool", { defaultPoolSize });
const stateOf = (size: Value) => judge(rule, [supabaseProject, pool(size)])[0]?.state;

// Requirement: DB-02, DB-06, ENV-08
describe(`${rule.id}: ${rule.title}`, () => {
  it("holds from the tier's number on", () => {
    expect(stateOf(100)).toBe("pass");
    expect(stateOf(99)).toBe("fail");
  });

  it("reports a smaller pool, one without a size, and none at all", () => {
    expect(brief(judge(rule, [supabaseProject, pool(50)]))).toEqual([
      "fail pool: defaultPoolSize: found 50, wanted 100 or more",
    ]);
    expect(brief(judge(rule, [supabaseProject, pool(null)]))).toEqual([
      "fail pool: defaultPoolSize: found nothing, wanted 100 or more",
    ]);
    expect(brief(judge(rule, [supabaseProject]))).toEqual([
      "fail db: found no pool of this database, wanted one of 100 connections or more",
    ]);
  });

  it.each([
    ["dev", 10],
    ["staging", 25],
  ] as const)("asks of %s for %i", (tier, least) => {
    const on = (size: number) =>
      judge(rule, [profile({ tier }), supabaseProject, pool(size)], { stack: tier })[0]?.state;
    expect(on(least)).toBe("pass");
    expect(on(least - 1)).toBe("fail");
  });

  it("cannot tell while the size is not known", () => {
    expect(stateOf(UNKNOWN)).toBe("unknown");
  });
});
