import { describe, expect, it } from "vitest";
import { UNKNOWN, type Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { secretDeletionDelayed as rule } from "../../../policies/rules/secrets/secret-deletion-delayed";
import { brief, judge, profile, resource } from "../support/stack";

const secret = (recoveryWindowInDays?: Value) =>
  resource(providerTypes.awsSecret, "kept", { recoveryWindowInDays });
const ask = (days?: Value) => brief(judge(rule, [secret(days)]));

describe(`${rule.id}: ${rule.title}`, () => {
  it.each([30, undefined])("accepts %s days", (days) => {
    expect(ask(days)).toEqual([`pass kept: ${rule.title}`]);
  });

  it.each([0, 7, 29, "30"])("reports %s days", (days) => {
    expect(ask(days)).toEqual([
      `fail kept: recoveryWindowInDays: found ${days}, wanted 30 days or more`,
    ]);
  });

  it.each([
    ["dev", 0, "pass"],
    ["staging", 6, "fail"],
    ["staging", 7, "pass"],
  ])("in %s %d days %s", (tier, days, state) => {
    expect(judge(rule, [profile({ tier }), secret(days)], { stack: tier })[0]?.state).toBe(state);
  });

  it("cannot tell when the days are unknown", () => {
    expect(ask(UNKNOWN)[0]).toMatch(/^unknown kept: recoveryWindowInDays: not known/);
  });
});
