import { describe, expect, it } from "vitest";
import { UNKNOWN, type Value } from "../../../core/value";
import { mergedBranchesDeleted as rule } from "../../../policies/rules/repository/merged-branches-deleted";
import { declaredElsewhere, elsewhere, repository } from "../support/repository";
import { brief, judge } from "../support/stack";

// Requirement: REPO-19
describe(`${rule.id}: ${rule.title}`, () => {
  const ask = (deleteBranchOnMerge: Value) =>
    brief(judge(rule, [repository({ deleteBranchOnMerge })]));

  it("holds when it does", () => {
    expect(ask(true)).toEqual([`pass app: ${rule.title}`]);
  });

  it("says what it found in one that holds, too", () => {
    const property = "deleteBranchOnMerge";
    expect(judge(rule, [repository({ [property]: true })])).toMatchObject([
      { property, input: property, found: true, wanted: true },
    ]);
  });

  it.each([false, null])("reports %s", (value) => {
    expect(ask(value)).toEqual(["fail app: deleteBranchOnMerge: found false, wanted true"]);
  });

  it("cannot tell when it is unknown", () => {
    expect(ask(UNKNOWN)[0]).toMatch(/^unknown app: deleteBranchOnMerge/);
  });

  it("is asked of the stack alone that declares the repository", () => {
    expect(elsewhere(rule)).toEqual([declaredElsewhere]);
  });
});
