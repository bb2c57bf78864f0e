import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { defaultBranchProtected as rule } from "../../../policies/rules/repository/default-branch-protected";
import {
  about,
  classic,
  declaredElsewhere,
  elsewhere,
  part,
  repository,
  ruleset,
} from "../support/repository";
import { brief, judge, resource } from "../support/stack";

// Requirement: REPO-01, REPO-19
describe(`${rule.id}: ${rule.title}`, () => {
  it.each([
    ["a rule of its name", classic()],
    ["a rule whose pattern it matches", classic({ pattern: "ma*" })],
    ["a ruleset", ruleset()],
  ])("holds with %s", (_, source) => {
    expect(about(rule, source)).toEqual([`pass ${source.name}: ${rule.title}`]);
  });

  it("reports a branch that no rule is for, in full", () => {
    expect(judge(rule, [repository(), classic({ pattern: "release/*" })])).toEqual([
      {
        rule: "default-branch-protected",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::github:index/repository:Repository::app",
        level: "mandatory",
        severity: "critical",
        message: "found no rule for main, wanted a branch protection rule or an active ruleset",
        input: "protection",
        found: null,
        wanted: "a branch protection rule or an active ruleset",
      },
    ]);
    expect(about(rule, ruleset({ enforcement: "evaluate" }))[0]).toMatch(/^fail app/);
  });

  it("goes by the branch that is declared as the default one", () => {
    const trunk = part(providerTypes.githubBranchDefault, { branch: "trunk" });
    expect(about(rule, trunk, classic())[0]).toMatch(/^fail app: found no rule for trunk/);
    expect(about(rule, trunk, classic({ pattern: "trunk" }))[0]).toMatch(/^pass rule/);
    const unnamed = part(providerTypes.githubBranchDefault, { branch: UNKNOWN });
    expect(about(rule, unnamed)[0]).toMatch(/^fail app: found no rule for the default branch/);
    expect(about(rule, unnamed, classic())[0]).toMatch(/^unknown app/);
  });

  it("judges each repository by its own rules, by name in any case, or by reference", () => {
    const other = repository({ name: "docs" }, "docs");
    const results = judge(rule, [repository(), other, classic({ repositoryId: "Platform" })]);
    expect(brief(results).sort()).toEqual([
      "fail docs: found no rule for main, wanted a branch protection rule or an active ruleset",
      `pass rule: ${rule.title}`,
    ]);
    const byReference = resource(
      providerTypes.githubBranchProtection,
      "referring",
      { repositoryId: UNKNOWN, pattern: "main" },
      { propertyDependencies: { repositoryId: [repository().urn] } },
    );
    expect(about(rule, byReference)).toEqual([`pass referring: ${rule.title}`]);
  });

  it("cannot tell while a rule may be for it", () => {
    expect(about(rule, classic({ repositoryId: UNKNOWN }))[0]).toMatch(/^unknown app/);
    expect(about(rule, classic({ pattern: UNKNOWN }))[0]).toMatch(/^unknown app/);
    expect(about(rule, ruleset({ enforcement: UNKNOWN }))[0]).toMatch(/^unknown app/);
  });

  it("asks nothing of an archived repository, nor of a stack that declares none", () => {
    expect(brief(judge(rule, [repository({ archived: true })]))).toEqual([
      "not-applicable app: the repository is archived: nothing in it changes",
    ]);
    expect(brief(judge(rule, []))).toEqual([
      "not-applicable groundwork-prod: the stack declares no GitHub repository",
    ]);
    expect(elsewhere(rule)).toEqual([declaredElsewhere]);
  });
});
