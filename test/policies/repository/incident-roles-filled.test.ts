import { describe, expect, it } from "vitest";
import { tokens } from "../../../core/tokens";
import { type PropertyMap, UNKNOWN, type Value } from "../../../core/value";
import { incidentRolesFilled as rule } from "../../../policies/rules/repository/incident-roles-filled";
import { brief, judge, resource } from "../support/stack";

// Requirement: DR-18, COMP-03
describe(`${rule.id}: ${rule.title}`, () => {
  const roles = ["commander", "engineering", "communication", "customers"];
  const filled: Record<string, PropertyMap> = Object.fromEntries(
    roles.map((incidentRole) => [
      `${incidentRole}-team`,
      { incidentRole, members: { ann: "member" } },
    ]),
  );
  const ask = (teams: Value, changes: PropertyMap = {}) =>
    brief(judge(rule, [resource(tokens.repository, "repo", { owned: true, teams, ...changes })]));
  const good = roles.map(() => `pass repo: ${rule.title}`);
  const change = (team: string, changes: PropertyMap) => ({
    ...filled,
    [team]: { ...filled[team], ...changes },
  });

  it("holds when each role has a team", () => {
    expect(ask(filled)).toEqual(good);
    expect(ask(filled, { owned: UNKNOWN })).toEqual(good);
  });

  it("says nothing of members that are kept elsewhere", () => {
    expect(ask(change("commander-team", { members: null }))).toEqual(good);
  });

  it.each(roles)("reports that nobody is %s", (role) => {
    expect(ask(change(`${role}-team`, { incidentRole: null }))).toContain(
      `fail repo: teams: nobody is ${role} in an incident`,
    );
  });

  it("reports a team without members, at its place", () => {
    const teams = change("customers-team", { members: {} });
    const results = judge(rule, [resource(tokens.repository, "repo", { owned: true, teams })]);
    expect(results.find(({ state }) => state === "fail")).toMatchObject({
      message: "teams: customers-team is customers in an incident and has no members",
      property: "teams",
      input: "teams.customers-team",
      found: "customers-team",
    });
  });

  it("reports a repository without teams, role by role", () => {
    expect(ask(null).map((line) => line.slice(0, 4))).toEqual(roles.map(() => "fail"));
  });

  it("cannot tell what is unknown", () => {
    expect(ask(UNKNOWN).every((line) => line.startsWith("unknown repo: teams"))).toBe(true);
    const lines = ask(change("commander-team", { incidentRole: UNKNOWN }));
    expect(lines.filter((line) => line.startsWith("unknown"))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith("pass"))).toHaveLength(3);
    expect(ask(change("commander-team", { members: UNKNOWN }))).toEqual(good);
  });

  it("has no ground where another stack declares the teams", () => {
    const message = "not-applicable groundwork-prod: no component of the stack declares teams";
    expect(ask(null, { owned: false })).toEqual([message]);
    expect(brief(judge(rule, []))).toEqual([message]);
  });
});
