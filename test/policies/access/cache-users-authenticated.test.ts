import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { cacheUsersAuthenticated as rule } from "../../../policies/rules/access/cache-users-authenticated";
import { brief, judge, resource } from "../support/stack";

const on = "on ~* -@all +@read +@write";
const ask = (inputs: PropertyMap) =>
  brief(
    judge(rule, [resource(providerTypes.awsCacheUser, "user", { accessString: on, ...inputs })]),
  );
const mode = (type: string) => ({ authenticationMode: { type } });

// Requirement: CAP-06
describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts a password and IAM", () => {
    for (const inputs of [mode("password"), mode("iam"), { passwords: ["stands-for-one"] }]) {
      expect(ask(inputs)).toEqual([`pass user: ${rule.title}`]);
    }
  });

  it("reports a user who needs none", () => {
    expect(ask(mode("no-password-required"))).toEqual([
      "fail user: authenticationMode.type: found no-password-required, wanted password or iam",
    ]);
    expect(ask({ noPasswordRequired: true })).toEqual([
      "fail user: noPasswordRequired: found true, wanted password or iam",
    ]);
    expect(ask({})[0]).toMatch(/^fail user: authenticationMode\.type: found nothing/);
  });

  it("leaves a user alone that is turned off, and no other", () => {
    const off = { ...mode("no-password-required"), accessString: "off ~* -@all" };
    expect(ask(off)).toEqual(["not-applicable user: the user is turned off"]);
    expect(ask({ ...off, accessString: "offline" })[0]).toMatch(/^fail/);
  });

  it("cannot tell while the way in or the rights are unknown", () => {
    expect(ask({ authenticationMode: UNKNOWN })[0]).toMatch(/^unknown/);
    expect(ask({ ...mode("password"), accessString: UNKNOWN })[0]).toMatch(/^unknown/);
  });

  it("has nothing to judge in a stack without such users", () => {
    expect(judge(rule, []).map(({ state }) => state)).toEqual(["not-applicable"]);
  });
});
