import { describe, expect, it } from "vitest";
import { UNKNOWN, type Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { dependabotOn as rule } from "../../../policies/rules/repository/dependabot-on";
import { about, declaredElsewhere, elsewhere, part, repository } from "../support/repository";
import { brief, judge } from "../support/stack";

// Requirement: REPO-10
describe(`${rule.id}: ${rule.title}`, () => {
  const alerts = (enabled: Value = true) =>
    part(providerTypes.githubVulnerabilityAlerts, { enabled }, "alerts");
  const updates = (enabled: Value = true) =>
    part(providerTypes.githubDependabotUpdates, { enabled }, "updates");
  const ok = (name: string) => `pass ${name}: ${rule.title}`;

  it("holds with alerts and updates on", () => {
    expect(about(rule, alerts(), updates()).sort()).toEqual([ok("alerts"), ok("updates")]);
    expect(about(rule, alerts(null), updates()).sort()).toEqual([ok("alerts"), ok("updates")]);
  });

  it("says what it found in one that holds, too", () => {
    expect(judge(rule, [repository(), alerts(), updates()])).toMatchObject([
      { property: "enabled", input: "dependabot", found: true, wanted: true },
      { property: "enabled", input: "dependabot", found: true, wanted: true },
    ]);
  });

  it("takes the repository's own word for alerts", () => {
    const old = repository({ vulnerabilityAlerts: true });
    expect(brief(judge(rule, [old, updates()]))).toEqual([ok("updates")]);
  });

  it("reports what is off", () => {
    expect(about(rule, alerts(false), updates())).toContain(
      "fail alerts: enabled: found false, wanted true",
    );
    for (const off of [false, null]) {
      expect(about(rule, alerts(), updates(off))).toContain(
        "fail updates: enabled: found false, wanted true",
      );
    }
  });

  it("reports what nothing declares", () => {
    expect(about(rule)).toEqual([
      "fail app: found no security alerts for dependencies, wanted them on",
      "fail app: found no security updates for dependencies, wanted them on",
    ]);
  });

  it("cannot tell what is unknown", () => {
    expect(about(rule, alerts(UNKNOWN), updates()).sort()[1]).toMatch(/^unknown alerts: enabled/);
    const lost = part(providerTypes.githubVulnerabilityAlerts, { repository: UNKNOWN });
    expect(about(rule, lost, updates()).sort()[1]).toMatch(/^unknown app/);
  });

  it("is asked of the stack alone that declares the repository", () => {
    expect(elsewhere(rule)).toEqual([declaredElsewhere]);
  });
});
