import { describe, expect, it } from "vitest";
import { providerTypes } from "../../../policies/lib/provider-types";
import { noIamUsers as rule } from "../../../policies/rules/access/no-iam-users";
import { role } from "../support/access";
import { brief, judge, resource } from "../support/stack";

// Requirement: COMP-03
describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts a stack of roles", () => {
    expect(brief(judge(rule, [role({})]))).toEqual([`pass groundwork-prod: ${rule.title}`]);
  });

  it("reports each user and each password", () => {
    const user = resource(providerTypes.awsUser, "backup");
    const login = resource(providerTypes.awsUserLogin, "login");
    expect(brief(judge(rule, [role({}), user, login]))).toEqual([
      "fail backup: found a user, wanted a role",
      "fail login: found a password, wanted a role",
    ]);
  });
});
