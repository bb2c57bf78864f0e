import { describe, expect, it } from "vitest";
import { tokens } from "../../../core/tokens";
import { UNKNOWN, type PropertyMap, type Value } from "../../../core/value";
import { secretRotationDeclared as rule } from "../../../policies/rules/secrets/secret-rotation-declared";
import { brief, judge, resource } from "../support/stack";

const ask = (rotationDays?: Value) =>
  brief(
    judge(rule, [resource(tokens.secrets, "secrets", { registry: { KEY: { rotationDays } } })]),
  );

// Requirement: SECR-08
describe(`${rule.id}: ${rule.title}`, () => {
  it.each([1, 90, 365])("accepts %d days", (days) => {
    expect(ask(days)).toEqual([`pass secrets: ${rule.title}`]);
  });

  it.each([
    [366, "366"],
    [0, "0"],
    ["90", "90"],
    [undefined, "nothing"],
  ])("reports %s", (days, found) => {
    expect(ask(days)).toEqual([
      `fail secrets: registry.KEY.rotationDays: found ${found}, wanted 1 to 365 days`,
    ]);
  });

  it("cannot tell when the days are unknown", () => {
    expect(ask(UNKNOWN)[0]).toMatch(/^unknown secrets: registry\.KEY\.rotationDays: not known/);
  });

  it.each<PropertyMap>([{}, { registry: UNKNOWN }, { registry: "x" }])(
    "has no ground without a registry",
    (inputs) => {
      expect(judge(rule, [resource(tokens.secrets, "secrets", inputs)])[0]?.state).toBe(
        "not-applicable",
      );
    },
  );
});
