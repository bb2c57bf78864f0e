import { describe, expect, it } from "vitest";
import { UNKNOWN, type Value } from "../../../core/value";
import { requiredChecksComplete as rule } from "../../../policies/rules/repository/required-checks-complete";
import {
  about,
  checkNames,
  classic,
  repository,
  ruleset,
  rulesetRules,
} from "../support/repository";
import { brief, judge, profile } from "../support/stack";

// Requirement: REPO-01, REPO-08, REPO-09, REPO-14, REPO-15, REPO-20, CONF-22
describe(`${rule.id}: ${rule.title}`, () => {
  const requiring = (contexts: Value) =>
    classic({ requiredStatusChecks: [{ strict: true, contexts }] });
  const [first = "", ...others] = checkNames;

  it("holds when every check is required, by one rule or by two together", () => {
    const rest = { requiredStatusChecks: { requiredChecks: [{ context: first }] } };
    for (const sources of [
      [requiring([...checkNames, "one more"])],
      [requiring(others), ruleset({ rules: rulesetRules(rest) })],
    ]) {
      expect(about(rule, ...sources)).toEqual([`pass rule: ${rule.title}`]);
    }
  });

  it.each(checkNames)("reports %s when it is not required", (name) => {
    expect(about(rule, requiring(checkNames.filter((one) => one !== name)))).toEqual([
      `fail rule: requiredStatusChecks[0].contexts: ${name} not required`,
    ]);
  });

  it("names all that are missing, with what there is", () => {
    const [result] = judge(rule, [repository(), requiring([first])]);
    expect(result).toMatchObject({
      message: `requiredStatusChecks[0].contexts: ${others.join(", ")} not required`,
      input: "protection.checks",
      severity: "high",
      found: [first],
      wanted: checkNames,
    });
    expect(about(rule, classic({ requiredStatusChecks: null }))[0]).toMatch(/^fail rule/);
  });

  it("asks for more where the stack does, and never for less", () => {
    const requiredBy = (required: string[]) =>
      profile({ rules: { "required-checks-complete": { required } } });
    const said = (required: string[], contexts: string[]) =>
      brief(judge(rule, [requiredBy(required), repository(), requiring(contexts)]))[0];
    expect(said([...checkNames, "docs"], checkNames)).toMatch(/: docs not required$/);
    expect(said(["test"], ["test"])).toMatch(/^fail/);
  });

  it("cannot tell when a name is unknown, unless all are there", () => {
    expect(about(rule, requiring(UNKNOWN))[0]).toMatch(/^unknown rule/);
    expect(about(rule, requiring([...others, UNKNOWN]))[0]).toMatch(/^unknown rule/);
    expect(about(rule, requiring([...checkNames, UNKNOWN]))[0]).toMatch(/^pass rule/);
  });

  it("says so without a property where the rule that asks is not known", () => {
    expect(about(rule, ruleset({ enforcement: UNKNOWN, rules: {} }))).toEqual([
      `fail app: checks: ${checkNames.join(", ")} not required`,
    ]);
  });
});
