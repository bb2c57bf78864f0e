import { describe, expect, it } from "vitest";
import { tokens } from "../../../core/tokens";
import { providerTypes } from "../../../policies/lib/provider-types";
import { noCloudAccessKeys as rule } from "../../../policies/rules/secrets/no-cloud-access-keys";
import { brief, judge, resource } from "../support/stack";

describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts a stack without any", () => {
    expect(brief(judge(rule, []))).toEqual([`pass groundwork-prod: ${rule.title}`]);
  });

  it("reports a key that is made", () => {
    expect(
      brief(judge(rule, [resource(providerTypes.awsAccessKey, "key", { user: "ci" })])),
    ).toEqual([
      "fail key: found an access key of IAM, wanted a role that jobs take by OpenID Connect",
    ]);
  });

  it.each([
    "AWS_ACCESS_KEY_ID",
    "AWS_SECRET_ACCESS_KEY",
    "GOOGLE_CREDENTIALS",
    "ARM_CLIENT_SECRET",
  ])("reports %s that is handed on", (name) => {
    const secrets = resource(tokens.secrets, "secrets", { registry: { [name]: {} } });
    expect(brief(judge(rule, [secrets]))).toEqual([
      `fail groundwork-prod: found a secret or variable named ${name}, wanted a role that jobs take by OpenID Connect`,
    ]);
  });
});
