import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN, type Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { actionsPinned as rule } from "../../../policies/rules/repository/actions-pinned";
import { about, declaredElsewhere, elsewhere, part, repository } from "../support/repository";
import { judge, resource } from "../support/stack";

// Requirement: CONF-41
describe(`${rule.id}: ${rule.title}`, () => {
  const says = (shaPinningRequired: Value, changes: PropertyMap = {}) =>
    part(providerTypes.githubActions, { shaPinningRequired, ...changes }, "ours");
  const allSay = (shaPinningRequired: Value) =>
    resource(providerTypes.githubOrganizationActions, "all", { shaPinningRequired });

  it("holds when the repository says so, or its organization for all", () => {
    expect(about(rule, says(true))).toEqual([`pass ours: ${rule.title}`]);
    expect(about(rule, allSay(true))).toEqual([`pass all: ${rule.title}`]);
    expect(about(rule, says(false), allSay(true))).toEqual([`pass all: ${rule.title}`]);
  });

  it("reports what is said otherwise, in full", () => {
    expect(judge(rule, [repository(), says(false)])).toEqual([
      {
        rule: "actions-pinned",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::github:index/actionsRepositoryPermissions:ActionsRepositoryPermissions::ours",
        level: "mandatory",
        severity: "high",
        message: "shaPinningRequired: found false, wanted true",
        property: "shaPinningRequired",
        input: "actions.shaPinningRequired",
        found: false,
        wanted: true,
      },
    ]);
  });

  it("takes what is left out for no", () => {
    expect(about(rule, says(null))[0]).toMatch(/^fail ours: shaPinningRequired: found nothing/);
  });

  it("reports a repository of which nobody says it", () => {
    expect(about(rule)).toEqual([
      "fail app: found nothing that says shaPinningRequired, wanted true",
    ]);
    expect(about(rule, says(true, { repository: "docs" }))[0]).toMatch(/^fail app/);
  });

  it("cannot tell when the value or the repository is unknown", () => {
    expect(about(rule, says(UNKNOWN))[0]).toMatch(/^unknown ours: shaPinningRequired/);
    expect(about(rule, says(true, { repository: UNKNOWN }))[0]).toMatch(/^unknown app/);
    expect(about(rule, says(UNKNOWN), allSay(true))[0]).toMatch(/^pass all/);
    expect(about(rule, says(UNKNOWN), allSay(false))[0]).toMatch(/^unknown ours/);
  });

  it("has no ground where Actions are off, or the repository is another stack's", () => {
    expect(about(rule, says(false, { enabled: false }))).toEqual([
      "not-applicable app: Actions are switched off in the repository",
    ]);
    expect(elsewhere(rule)).toEqual([declaredElsewhere]);
  });
});
