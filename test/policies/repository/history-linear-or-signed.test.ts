import { describe, expect, it } from "vitest";
import { UNKNOWN, type Value } from "../../../core/value";
import { historyLinearOrSigned as rule } from "../../../policies/rules/repository/history-linear-or-signed";
import { about, classic, repository } from "../support/repository";
import { judge } from "../support/stack";

// Requirement: REPO-01
describe(`${rule.id}: ${rule.title}`, () => {
  const asking = (requiredLinearHistory: Value, requireSignedCommits: Value) =>
    classic({ requiredLinearHistory, requireSignedCommits });

  it.each<[Value, Value]>([
    [true, false],
    [false, true],
    [true, UNKNOWN],
    [true, true],
  ])("holds with linear history %o and signatures %o", (linear, signed) => {
    expect(about(rule, asking(linear, signed))).toEqual([`pass rule: ${rule.title}`]);
  });

  it("reports a history with neither", () => {
    expect(about(rule, asking(false, null))).toEqual([
      "fail rule: found neither linear history nor signed commits required, wanted one of them",
    ]);
  });

  it("says what it found and wanted", () => {
    const found = (linear: boolean) => judge(rule, [repository(), asking(linear, false)]);
    expect(found(true)).toMatchObject([{ state: "pass", found: true, wanted: true }]);
    expect(found(false)).toMatchObject([{ state: "fail", found: false, wanted: true }]);
  });

  it("cannot tell when one of them is unknown and the other is not required", () => {
    expect(about(rule, asking(UNKNOWN, false))[0]).toMatch(/^unknown rule: requiredLinearHistory/);
    expect(about(rule, asking(false, UNKNOWN))[0]).toMatch(/^unknown rule/);
  });

  it("leaves a branch without a rule to others", () => {
    expect(about(rule)[0]).toMatch(/^not-applicable app/);
  });
});
