import { describe, expect, it } from "vitest";
import { UNKNOWN, type Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { poolBelowConnections as rule } from "../../../policies/rules/data/pool-below-connections";
import { brief, judge, profile, resource, supabaseProject } from "../support/stack";
import { ofProject } from "../support/data";

function stackOf(size: Value, database?: object | typeof UNKNOWN, instanceSize: Value = null) {
  const project = resource(supabaseProject.type, "db", { instanceSize });
  const text = typeof database === "object" ? JSON.stringify(database) : database;
  return [
    project,
    ofProject(providerTypes.supabasePooler, "pool", { defaultPoolSize: size }),
    ...(text === undefined
      ? []
      : [ofProject(providerTypes.supabaseSettings, "settings", { database: text })]),
  ];
}
const judged = (...given: Parameters<typeof stackOf>) => brief(judge(rule, stackOf(...given)));

// Requirement: DB-02, DB-06
describe(`${rule.id}: ${rule.title}`, () => {
  it("holds up to the share of max_connections", () => {
    expect(judged(160, { max_connections: 200 })).toEqual([`pass pool: ${rule.title}`]);
    expect(judged(161, { max_connections: 200 })).toEqual([
      "fail pool: defaultPoolSize: found 161, wanted 160 of 200 or fewer",
    ]);
  });

  it("goes by the compute size where the settings say nothing", () => {
    expect(judged(72, {}, "small")[0]).toMatch(/^pass/);
    expect(judged(73, {}, "small")).toEqual([
      "fail pool: defaultPoolSize: found 73, wanted 72 of 90 or fewer",
    ]);
    expect(judged(48, undefined)[0]).toMatch(/^pass/);
    expect(judged(49, undefined)[0]).toMatch(/^fail/);
  });

  it("leaves alone what Supabase sizes, and a database without a pool", () => {
    expect(judged(null, {})).toEqual(["not-applicable pool: Supabase sizes the pool by itself"]);
    expect(judge(rule, [supabaseProject])[0]?.state).toBe("not-applicable");
  });

  it("asks for more room where the stack does", () => {
    const half = profile({ rules: { "pool-below-connections": { maxPercent: 50 } } });
    expect(judge(rule, [half, ...stackOf(101, { max_connections: 200 })])[0]?.state).toBe("fail");
    expect(judge(rule, [half, ...stackOf(100, { max_connections: 200 })])[0]?.state).toBe("pass");
  });

  it("cannot tell while the pool, the settings or the compute size is not known", () => {
    expect(judged(UNKNOWN, { max_connections: 200 })[0]).toMatch(/^unknown/);
    expect(judged(10, UNKNOWN)[0]).toMatch(/^unknown/);
    expect(judged(10, {}, UNKNOWN)[0]).toMatch(/^unknown/);
    expect(judged(10, {}, "48xlarge")).toEqual([
      "unknown pool: defaultPoolSize: how many connections the server takes is not known; set database.max_connections",
    ]);
  });
});
