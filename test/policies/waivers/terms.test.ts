import { describe, expect, it } from "vitest";
import { catalogue } from "../../../policies/catalogue";
import { changeRuleIds } from "../../../policies/change-rules";
import { ownersOf } from "../../../policies/lib/owners";
import { unwaivableOf, unwaivableRows } from "../../../policies/waivers/terms";

describe("rules that cannot be waived", () => {
  it("exist, each once, with a reason that follows a colon", () => {
    const ids = new Set([...catalogue.map(({ id }) => id), ...changeRuleIds]);
    const rules = unwaivableRows.map(({ rule }) => rule);
    expect(rules.filter((rule) => !ids.has(rule))).toEqual([]);
    expect(rules).toEqual([...new Set(rules)].sort());
    for (const { why } of unwaivableRows) expect(why).toMatch(/^[a-z].{20,}[^.]$/);
  });

  it("are those of the table and those about the profile", () => {
    expect([...unwaivableOf(["tier-honest"])]).toEqual([
      ["tier-honest", "how a stack is judged cannot itself be waived"],
      ...unwaivableRows.map(({ rule, why }) => [rule, why]),
    ]);
  });
});

describe("the owners whom a stack knows", () => {
  it("are those of the stack, of its budget and whom it names besides, each once", () => {
    const budget = { monthlyUsd: 1, awsUsd: 1, owner: "finance" };
    expect(ownersOf({ owner: "a", owners: ["b", "a"], budget })).toEqual(["a", "finance", "b"]);
    expect(ownersOf({ owner: "a", owners: [] })).toEqual(["a"]);
  });
});
