import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN, type Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { workflowTokenReadOnly as rule } from "../../../policies/rules/repository/workflow-token-read-only";
import { about, declaredElsewhere, elsewhere, part, repository } from "../support/repository";
import { judge, resource } from "../support/stack";

// Requirement: CONF-41
describe(`${rule.id}: ${rule.title}`, () => {
  const says = (defaultWorkflowPermissions: Value, changes: PropertyMap = {}) =>
    part(providerTypes.githubWorkflows, { defaultWorkflowPermissions, ...changes }, "ours");
  const allSay = (defaultWorkflowPermissions: Value) =>
    resource(providerTypes.githubOrganizationWorkflows, "all", { defaultWorkflowPermissions });

  it("holds when the repository says so, or its organization for all", () => {
    expect(about(rule, says("read"))).toEqual([`pass ours: ${rule.title}`]);
    expect(about(rule, allSay("read"))).toEqual([`pass all: ${rule.title}`]);
    expect(about(rule, says("write"), allSay("read"))).toEqual([`pass all: ${rule.title}`]);
  });

  it("reports what is said otherwise, in full", () => {
    expect(judge(rule, [repository(), says("write")])).toEqual([
      {
        rule: "workflow-token-read-only",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::github:index/workflowRepositoryPermissions:WorkflowRepositoryPermissions::ours",
        level: "mandatory",
        severity: "high",
        message: "defaultWorkflowPermissions: found write, wanted read",
        property: "defaultWorkflowPermissions",
        input: "actions.defaultWorkflowPermissions",
        found: "write",
        wanted: "read",
      },
    ]);
  });

  it("takes what is left out for nothing said", () => {
    expect(about(rule, says(null))[0]).toMatch(
      /^fail ours: defaultWorkflowPermissions: found nothing/,
    );
  });

  it("reports a repository of which nobody says it", () => {
    expect(about(rule)).toEqual([
      "fail app: found nothing that says defaultWorkflowPermissions, wanted read",
    ]);
    expect(about(rule, says("read", { repository: "docs" }))[0]).toMatch(/^fail app/);
  });

  it("cannot tell when the value or the repository is unknown", () => {
    expect(about(rule, says(UNKNOWN))[0]).toMatch(/^unknown ours: defaultWorkflowPermissions/);
    expect(about(rule, says("read", { repository: UNKNOWN }))[0]).toMatch(/^unknown app/);
    expect(about(rule, says(UNKNOWN), allSay("read"))[0]).toMatch(/^pass all/);
    expect(about(rule, says(UNKNOWN), allSay("write"))[0]).toMatch(/^unknown ours/);
  });

  it("has no ground where Actions are off, or the repository is another stack's", () => {
    expect(about(rule, says("write", { enabled: false }))).toEqual([
      "not-applicable app: Actions are switched off in the repository",
    ]);
    expect(elsewhere(rule)).toEqual([declaredElsewhere]);
  });
});
