import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN, type Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { actionsRestricted as rule } from "../../../policies/rules/repository/actions-restricted";
import { about, declaredElsewhere, elsewhere, part, repository } from "../support/repository";
import { judge, resource } from "../support/stack";

// Requirement: CONF-41
describe(`${rule.id}: ${rule.title}`, () => {
  const says = (allowedActions: Value, changes: PropertyMap = {}) =>
    part(providerTypes.githubActions, { allowedActions, ...changes }, "ours");
  const allSay = (allowedActions: Value) =>
    resource(providerTypes.githubOrganizationActions, "all", { allowedActions });

  it("holds when the repository says so, or its organization for all", () => {
    expect(about(rule, says("local_only"))).toEqual([`pass ours: ${rule.title}`]);
    expect(about(rule, allSay("local_only"))).toEqual([`pass all: ${rule.title}`]);
    expect(about(rule, says("all"), allSay("local_only"))).toEqual([`pass all: ${rule.title}`]);
  });

  it("reports what is said otherwise, in full", () => {
    expect(judge(rule, [repository(), says("all")])).toEqual([
      {
        rule: "actions-restricted",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::github:index/actionsRepositoryPermissions:ActionsRepositoryPermissions::ours",
        level: "mandatory",
        severity: "high",
        message:
          "allowedActions: found all, wanted local_only, or selected with patterns of named owners",
        property: "allowedActions",
        input: "actions.allowedActions",
        found: "all",
        wanted: "local_only, or selected with patterns of named owners",
      },
    ]);
  });

  const selected = (patternsAlloweds: Value) =>
    about(
      rule,
      says("selected", { allowedActionsConfig: { githubOwnedAllowed: true, patternsAlloweds } }),
    )[0];

  it.each([[["docker/*", "acme/tool@*"]], [[]], [null], [["acme/tool@v1", "a/*"]]])(
    "is content with the patterns %j",
    (patterns) => {
      expect(selected(patterns)).toBe(`pass ours: ${rule.title}`);
    },
  );

  it.each(["*", "*/*", "*/checkout@*", "acme*/tool", "**/tool"])(
    "reports the pattern %s, which names no owner",
    (pattern) => {
      expect(selected(["docker/*", pattern])).toMatch(/^fail ours: allowedActions: found selected/);
    },
  );

  it("cannot tell patterns that are unknown, and reports what is left out", () => {
    expect(selected(UNKNOWN)).toMatch(/^unknown/);
    expect(selected(["docker/*", UNKNOWN])).toMatch(/^unknown/);
    expect(selected(["*", UNKNOWN])).toMatch(/^fail/);
    expect(about(rule, says("selected"))[0]).toMatch(/^pass/);
    expect(about(rule, says(null))[0]).toMatch(/^fail ours: allowedActions: found nothing/);
  });

  it("reports a repository of which nobody says it", () => {
    expect(about(rule)).toEqual([
      "fail app: found nothing that says allowedActions, wanted local_only, or selected with patterns of named owners",
    ]);
    expect(about(rule, says("local_only", { repository: "docs" }))[0]).toMatch(/^fail app/);
  });

  it("cannot tell when the value or the repository is unknown", () => {
    expect(about(rule, says(UNKNOWN))[0]).toMatch(/^unknown ours: allowedActions/);
    expect(about(rule, says("local_only", { repository: UNKNOWN }))[0]).toMatch(/^unknown app/);
    expect(about(rule, says(UNKNOWN), allSay("local_only"))[0]).toMatch(/^pass all/);
    expect(about(rule, says(UNKNOWN), allSay("all"))[0]).toMatch(/^unknown ours/);
  });

  it("has no ground where Actions are off, or the repository is another stack's", () => {
    expect(about(rule, says("all", { enabled: false }))).toEqual([
      "not-applicable app: Actions are switched off in the repository",
    ]);
    expect(elsewhere(rule)).toEqual([declaredElsewhere]);
  });
});
