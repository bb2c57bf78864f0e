import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN, type Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { environmentBranchesLimited as rule } from "../../../policies/rules/repository/environment-branches-limited";
import { about, classic, part, ruleset } from "../support/repository";
import { brief, judge } from "../support/stack";

// Requirement: REPO-03, REPO-04, REPO-05
describe(`${rule.id}: ${rule.title}`, () => {
  const environment = (policy: Value, changes: PropertyMap = {}) =>
    part(
      providerTypes.githubEnvironment,
      { environment: "production", deploymentBranchPolicy: policy, ...changes },
      "environment",
    );
  const byRule = environment({ protectedBranches: true, customBranchPolicies: false });
  const byName = environment({ protectedBranches: false, customBranchPolicies: true });
  const named = (branchPattern: Value, changes: PropertyMap = {}) =>
    part(providerTypes.githubDeploymentPolicy, {
      environment: "production",
      branchPattern,
      ...changes,
    });
  const good = [`pass environment: ${rule.title}`];
  const property = "deploymentBranchPolicy";

  it("holds for protected branches where a branch protection rule is declared", () => {
    expect(about(rule, byRule, classic())).toEqual(good);
  });

  it("leaves the rules of a repository of another stack to that one", () => {
    expect(brief(judge(rule, [byRule]))).toEqual(good);
  });

  it("reports protected branches where a ruleset alone protects, which GitHub does not count", () => {
    expect(about(rule, byRule, ruleset())).toEqual([
      `fail environment: ${property}: protected branches only, and no branch protection rule is declared: every branch may deploy`,
    ]);
    expect(about(rule, byRule, classic({ repositoryId: UNKNOWN }))[0]).toMatch(/^unknown/);
  });

  it("holds for branches by name", () => {
    expect(about(rule, byName, named("main"))).toEqual(good);
    expect(about(rule, byName, named("release/*"), named("main"))).toEqual(good);
    const referring = part(
      providerTypes.githubDeploymentPolicy,
      { environment: UNKNOWN, branchPattern: "main" },
      "referring",
      { propertyDependencies: { environment: [byName.urn] } },
    );
    expect(about(rule, byName, referring)).toEqual(good);
  });

  it.each(["*", "**", "**/*"])("reports the name %s, which every branch has", (pattern) => {
    expect(about(rule, byName, named(pattern))).toEqual([
      `fail environment: ${property}: ${pattern} lets every branch deploy`,
    ]);
  });

  it("reports names of which there are none, or of another environment or repository", () => {
    const message = `fail environment: ${property}: named branches only, and none is named`;
    const tag = named(null, { tagPattern: "v*" });
    const others = [
      named("main", { environment: "staging" }),
      named("main", { repository: "docs" }),
      tag,
    ];
    expect(about(rule, byName)).toEqual([message]);
    for (const other of others) expect(about(rule, byName, other)).toEqual([message]);
  });

  it("reports an environment that any branch deploys to", () => {
    for (const policy of [null, {}]) {
      expect(about(rule, environment(policy))).toEqual([
        `fail environment: ${property}: any branch may deploy`,
      ]);
    }
  });

  it("cannot tell what is unknown", () => {
    expect(about(rule, environment(UNKNOWN))[0]).toMatch(/^unknown environment: deployment/);
    const half = environment({ protectedBranches: false, customBranchPolicies: UNKNOWN });
    expect(about(rule, half)[0]).toMatch(/^unknown/);
    expect(about(rule, byName, named(UNKNOWN))[0]).toMatch(/^unknown/);
  });

  it("has no ground in a stack without an environment", () => {
    expect(about(rule)).toEqual([
      "not-applicable groundwork-prod: the stack declares no environment",
    ]);
  });
});
