import { describe, expect, it } from "vitest";
import { UNKNOWN, type Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { teamAccessLimited as rule } from "../../../policies/rules/repository/team-access-limited";
import { part } from "../support/repository";
import { brief, judge, profile } from "../support/stack";

// Requirement: COMP-03
describe(`${rule.id}: ${rule.title}`, () => {
  const one = (permission: Value) =>
    brief(judge(rule, [part(providerTypes.githubTeamRepository, { permission }, "one")]));
  const listed = (teams: Value) =>
    brief(
      judge(rule, [
        part(providerTypes.githubCollaborators, { teams, users: [{ permission: "admin" }] }, "all"),
      ]),
    );
  const wanted = "wanted one of pull, triage, push, maintain";

  it.each(["pull", "triage", "push", "maintain"])("holds for %s", (permission) => {
    expect(one(permission)).toEqual([`pass one: ${rule.title}`]);
    expect(listed([{ permission }])).toEqual([`pass all: ${rule.title}`]);
  });

  it("takes what is left out for what GitHub gives", () => {
    expect(one(null)).toEqual([`pass one: ${rule.title}`]);
    expect(listed([{}])).toEqual([`pass all: ${rule.title}`]);
    const less = profile({ rules: { "team-access-limited": { allowed: ["triage"] } } });
    const said = judge(rule, [
      less,
      part(providerTypes.githubTeamRepository, {}, "one"),
      part(providerTypes.githubCollaborators, { teams: [{}] }, "some"),
    ]);
    expect(said.map(({ found }) => found).sort()).toEqual(["pull", "push"]);
  });

  it.each(["admin", "release-manager"])("reports %s", (permission) => {
    expect(one(permission)).toEqual([`fail one: permission: found ${permission}, ${wanted}`]);
    expect(listed([{ permission: "pull" }, { permission }])).toEqual([
      `pass all: ${rule.title}`,
      `fail all: teams[1].permission: found ${permission}, ${wanted}`,
    ]);
  });

  it("cannot tell what is unknown, and has no ground where nobody is named", () => {
    expect(one(UNKNOWN)[0]).toMatch(/^unknown one: permission/);
    expect(listed(UNKNOWN)[0]).toMatch(/^unknown all: teams/);
    expect(listed([{ permission: UNKNOWN }])[0]).toMatch(/^unknown all: teams\[0\]/);
    for (const nobody of [null, []]) {
      expect(listed(nobody)).toEqual(["not-applicable all: teams names nobody"]);
    }
  });
});
