import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { resourceTypes } from "../../../policies/lib/access/carriers";
import { resourcePoliciesClosed as rule } from "../../../policies/rules/access/resource-policies-closed";
import { admit, documentOf, told } from "../support/access";

const { awsBucketPolicy, awsKey } = providerTypes;
const ask = (changes: object) =>
  told(rule, awsBucketPolicy, { policy: documentOf(admit(changes)) });
const kept = [`pass it: ${rule.title}`];
const open = ["fail it: policy: found everybody, wanted principals by name"];

describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts principals by name, and a denial of everybody", () => {
    expect(ask({})).toEqual(kept);
    expect(ask({ Principal: { Service: "cloudtrail.amazonaws.com" } })).toEqual(kept);
    expect(ask({ Effect: "Deny", Principal: "*" })).toEqual(kept);
  });

  it.each([
    "*",
    { AWS: "*" },
    { AWS: ["1", "*"] },
    { AWS: "*", Service: "cloudtrail.amazonaws.com" },
  ])("reports the principal %j", (Principal) => {
    expect(ask({ Principal })).toEqual(open);
  });

  it("reports everybody but some", () => {
    expect(ask({ Principal: undefined, NotPrincipal: { AWS: "1" } })).toEqual([
      "fail it: policy: found everybody but some, wanted principals by name",
    ]);
  });

  it.each([
    "aws:PrincipalAccount",
    "aws:PrincipalArn",
    "aws:PrincipalOrgID",
    "aws:PrincipalOrgPaths",
    "aws:SourceAccount",
    "aws:SourceArn",
    "aws:SourceOrgID",
    "aws:SourceOrgPaths",
    "aws:SourceVpc",
    "aws:SourceVpce",
    "kms:CallerAccount",
    "kms:EncryptionContext:aws:logs:arn",
    "sns:Endpoint",
  ])("accepts everybody bound by %s", (key) => {
    const Condition = { StringLike: { [key]: "named" } };
    expect(ask({ Principal: "*", Condition })).toEqual(kept);
  });

  it.each<[string, object]>([
    ["TLS alone", { Bool: { "aws:SecureTransport": "true" } }],
    ["any account", { StringLike: { "aws:SourceAccount": ["1", "*"] } }],
    ["an account if there is one", { StringEqualsIfExists: { "aws:SourceAccount": "1" } }],
    ["any account but one", { StringNotEquals: { "aws:SourceAccount": "1" } }],
    ["no account", { Null: { "aws:SourceAccount": "true" } }],
    ["all accounts of none", { "ForAllValues:StringEquals": { "aws:SourceAccount": "1" } }],
  ])("reports everybody bound by %s", (_, Condition) => {
    expect(ask({ Principal: "*", Condition })).toEqual(open);
  });

  it.each(resourceTypes)("reads %s", (type) => {
    const policy = documentOf(admit({ Principal: "*" }));
    expect(told(rule, type, { policy })).toEqual(open);
  });

  it("leaves a key with AWS's own policy alone, and cannot tell what is unknown", () => {
    expect(told(rule, awsKey, {})[0]).toMatch(/^not-applicable/);
    expect(told(rule, awsKey, { policy: UNKNOWN })[0]).toMatch(/^unknown it: policy: not known/);
  });
});
