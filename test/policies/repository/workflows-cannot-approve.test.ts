import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN, type Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { workflowsCannotApprove as rule } from "../../../policies/rules/repository/workflows-cannot-approve";
import { about, declaredElsewhere, elsewhere, part, repository } from "../support/repository";
import { judge, resource } from "../support/stack";

// Requirement: REPO-02, CONF-41
describe(`${rule.id}: ${rule.title}`, () => {
  const says = (canApprovePullRequestReviews: Value, changes: PropertyMap = {}) =>
    part(providerTypes.githubWorkflows, { canApprovePullRequestReviews, ...changes }, "ours");
  const allSay = (canApprovePullRequestReviews: Value) =>
    resource(providerTypes.githubOrganizationWorkflows, "all", { canApprovePullRequestReviews });

  it("holds when the repository says so, or its organization for all", () => {
    expect(about(rule, says(false))).toEqual([`pass ours: ${rule.title}`]);
    expect(about(rule, allSay(false))).toEqual([`pass all: ${rule.title}`]);
    expect(about(rule, says(true), allSay(false))).toEqual([`pass all: ${rule.title}`]);
  });

  it("reports what is said otherwise, in full", () => {
    expect(judge(rule, [repository(), says(true)])).toEqual([
      {
        rule: "workflows-cannot-approve",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::github:index/workflowRepositoryPermissions:WorkflowRepositoryPermissions::ours",
        level: "mandatory",
        severity: "high",
        message: "canApprovePullRequestReviews: found true, wanted false",
        property: "canApprovePullRequestReviews",
        input: "actions.canApprovePullRequestReviews",
        found: true,
        wanted: false,
      },
    ]);
  });

  it("takes what is left out for no", () => {
    expect(about(rule, says(null))).toEqual([`pass ours: ${rule.title}`]);
  });

  it("reports a repository of which nobody says it", () => {
    expect(about(rule)).toEqual([
      "fail app: found nothing that says canApprovePullRequestReviews, wanted false",
    ]);
    expect(about(rule, says(false, { repository: "docs" }))[0]).toMatch(/^fail app/);
  });

  it("cannot tell when the value or the repository is unknown", () => {
    expect(about(rule, says(UNKNOWN))[0]).toMatch(/^unknown ours: canApprovePullRequestReviews/);
    expect(about(rule, says(false, { repository: UNKNOWN }))[0]).toMatch(/^unknown app/);
    expect(about(rule, says(UNKNOWN), allSay(false))[0]).toMatch(/^pass all/);
    expect(about(rule, says(UNKNOWN), allSay(true))[0]).toMatch(/^unknown ours/);
  });

  it("has no ground where Actions are off, or the repository is another stack's", () => {
    expect(about(rule, says(true, { enabled: false }))).toEqual([
      "not-applicable app: Actions are switched off in the repository",
    ]);
    expect(elsewhere(rule)).toEqual([declaredElsewhere]);
  });
});
