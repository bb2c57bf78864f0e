import { describe, expect, it } from "vitest";
import { UNKNOWN, type Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { roleTrustClosed as rule } from "../../../policies/rules/access/role-trust-closed";
import { admit, documentOf, forJobs, told } from "../support/access";

const trusting = (assumeRolePolicy: Value) =>
  told(rule, providerTypes.awsRole, { assumeRolePolicy });
const ask = (changes: object) =>
  trusting(documentOf(admit({ Action: "sts:AssumeRole", ...changes })));
const report = ["fail it: assumeRolePolicy: found everybody, wanted principals by name"];

// Requirement: COMP-03
describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts a service, an account and an identity provider", () => {
    const kept = [`pass it: ${rule.title}`];
    expect(ask({})).toEqual(kept);
    expect(ask({ Principal: { Service: "lambda.amazonaws.com" } })).toEqual(kept);
    expect(trusting(forJobs())).toEqual(kept);
  });

  it.each([
    "*",
    { AWS: "*" },
    { AWS: ["arn:aws:iam::123456789012:root", "*"] },
    { AWS: "*", Service: "lambda.amazonaws.com" },
  ])("reports the principal %j", (Principal) => {
    expect(ask({ Principal })).toEqual(report);
  });

  it("reports everybody but some", () => {
    expect(ask({ Principal: undefined, NotPrincipal: { AWS: "1" } })).toEqual([
      "fail it: assumeRolePolicy: found everybody but some, wanted principals by name",
    ]);
  });

  it("accepts everybody of an organization, and a denial of everybody", () => {
    const Condition = { StringEquals: { "aws:PrincipalOrgID": "o-1" } };
    expect(ask({ Principal: "*", Condition })[0]).toMatch(/^pass/);
    expect(ask({ Principal: "*", Effect: "Deny" })[0]).toMatch(/^pass/);
  });

  it("reports a role without a document, and cannot tell what is unknown", () => {
    expect(told(rule, providerTypes.awsRole, {})[0]).toMatch(/^fail it: .*no policy document/);
    expect(trusting(UNKNOWN)[0]).toMatch(/^unknown it: assumeRolePolicy: not known/);
  });
});
