import { describe, expect, it } from "vitest";
import { UNKNOWN, type Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { environmentAdminsBound as rule } from "../../../policies/rules/repository/environment-admins-bound";
import { part } from "../support/repository";
import { brief, judge } from "../support/stack";

// Requirement: REPO-04
describe(`${rule.id}: ${rule.title}`, () => {
  const ask = (canAdminsBypass: Value) =>
    brief(judge(rule, [part(providerTypes.githubEnvironment, { canAdminsBypass }, "environment")]));

  it("holds when they are", () => {
    expect(ask(false)).toEqual([`pass environment: ${rule.title}`]);
  });

  it.each([true, null])("reports %s, which GitHub takes for yes", (bypass) => {
    expect(ask(bypass)).toEqual(["fail environment: canAdminsBypass: found true, wanted false"]);
  });

  it("cannot tell when it is unknown", () => {
    expect(ask(UNKNOWN)[0]).toMatch(/^unknown environment: canAdminsBypass/);
  });
});
