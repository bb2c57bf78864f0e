import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { rulesetsActive as rule } from "../../../policies/rules/repository/rulesets-active";
import { ruleset } from "../support/repository";
import { brief, judge, resource } from "../support/stack";

// Requirement: REPO-01
describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for a ruleset in force, of a repository or an organization", () => {
    const ours = resource(providerTypes.githubOrganizationRuleset, "ours", {
      enforcement: "active",
    });
    expect(brief(judge(rule, [ruleset(), ours])).sort()).toEqual([
      `pass ours: ${rule.title}`,
      `pass set: ${rule.title}`,
    ]);
  });

  it.each(["evaluate", "disabled", null])("reports one that says %s", (enforcement) => {
    expect(brief(judge(rule, [ruleset({ enforcement })]))).toEqual([
      `fail set: enforcement: found ${enforcement ?? "nothing"}, wanted active`,
    ]);
  });

  it("cannot tell when it is unknown, and has nothing to judge without one", () => {
    expect(brief(judge(rule, [ruleset({ enforcement: UNKNOWN })]))[0]).toMatch(/^unknown set/);
    expect(judge(rule, [])[0]?.state).toBe("not-applicable");
  });
});
