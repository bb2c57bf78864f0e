import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { codeOwnersCanWrite as rule } from "../../../policies/rules/repository/code-owners-can-write";
import { about, codeOwnersFile, part } from "../support/repository";
import { resource } from "../support/stack";

// Requirement: REPO-16
describe(`${rule.id}: ${rule.title}`, () => {
  const file = codeOwnersFile("* @acme/core-team @someone\n/docs/ @acme/writers\n");
  const team = (changes: PropertyMap = {}) =>
    resource(providerTypes.githubTeam, "core", {
      name: "Core Team",
      privacy: "closed",
      ...changes,
    });
  const access = (permission: unknown, teamId: unknown = "core-team") =>
    part(providerTypes.githubTeamRepository, {
      teamId: teamId as string,
      permission: permission as string,
    });
  const good = Array.from({ length: 2 }, () => `pass core: ${rule.title}`);
  const wantedPush = "as permission of a team that owns code, wanted push or more";

  it.each(["push", "maintain", "admin"])("holds for a team that may %s", (permission) => {
    expect(about(rule, file, team(), access(permission))).toEqual(good);
  });

  it("finds the access of a team by reference", () => {
    const referring = part(
      providerTypes.githubTeamRepository,
      { teamId: UNKNOWN, permission: "push" },
      "referring",
      { propertyDependencies: { teamId: [team().urn] } },
    );
    expect(about(rule, file, team(), referring)).toEqual(good);
  });

  it("reports a secret team", () => {
    for (const privacy of ["secret", null]) {
      expect(about(rule, file, team({ privacy }), access("push"))).toContain(
        `fail core: found ${privacy ?? "nothing"} as privacy of a team that owns code, wanted closed`,
      );
    }
  });

  it("reports a team that cannot write", () => {
    const said = (permission: unknown) => about(rule, file, team(), access(permission));
    expect(said("triage")).toContain(`fail core: found triage ${wantedPush}`);
    expect(said(null)).toContain(`fail core: found pull ${wantedPush}`);
    expect(about(rule, file, team())).toContain(`fail core: found nothing ${wantedPush}`);
    const others = access("push", "writers");
    expect(about(rule, file, team(), others)).toContain(`fail core: found nothing ${wantedPush}`);
  });

  it("cannot tell when a value is unknown", () => {
    expect(about(rule, file, team({ privacy: UNKNOWN }), access("push")).sort()[1]).toMatch(
      /^unknown core: privacy/,
    );
    expect(about(rule, file, team(), access(UNKNOWN)).sort()[1]).toMatch(
      /^unknown core: .*push or more/,
    );
    const lost = part(providerTypes.githubTeamRepository, { repository: UNKNOWN });
    expect(about(rule, file, team(), lost).sort()[1]).toMatch(/^unknown core: .*push or more/);
  });

  it("has no ground without a file, or without a team that owns something", () => {
    expect(about(rule, team())).toEqual(["not-applicable app: no CODEOWNERS file is declared"]);
    expect(about(rule, file, team({ name: "Others" }))).toEqual([
      "not-applicable owners: no team that the stack declares owns code",
    ]);
  });
});
