import { describe, expect, it } from "vitest";
import { unscopedActions } from "../../../catalogue/iam";
import { UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { iamResourcesNamed as rule } from "../../../policies/rules/access/iam-resources-named";
import { allow, documentOf, told } from "../support/access";

const ask = (changes: object) =>
  told(rule, providerTypes.awsRolePolicy, { policy: documentOf(allow(changes)) });
const kept = [`pass it: ${rule.title}`];

// Requirement: COMP-03
describe(`${rule.id}: ${rule.title}`, () => {
  it.each([
    "arn:aws:s3:::shop/*",
    "arn:aws:logs:*:*:log-group:shop:*",
    "arn:aws:kms:*:123456789012:key/*",
  ])("accepts %s", (Resource) => {
    expect(ask({ Resource })).toEqual(kept);
  });

  it.each(["*", "**", "arn:aws:s3:::*", "arn:aws:sns:*:123456789012:*"])("reports %s", (all) => {
    const report = `fail it: policy: found s3:GetObject on ${all}, wanted a named resource for each action`;
    expect(ask({ Resource: all })).toEqual([report]);
    expect(ask({ Resource: ["arn:aws:s3:::shop", all] })).toEqual([report]);
  });

  it.each(Object.keys(unscopedActions))("accepts %s on everything", (Action) => {
    expect(ask({ Action, Resource: "*" })).toEqual(kept);
  });

  it("reports the one action of many that takes a name", () => {
    const Action = ["cloudwatch:PutMetricData", "s3:PutObject", "toString"];
    expect(ask({ Action, Resource: "*" })).toEqual([
      "fail it: policy: found s3:PutObject on *, toString on *, wanted a named resource for each action",
    ]);
  });

  it("reports everything but some", () => {
    expect(ask({ Resource: undefined, NotResource: "arn:aws:s3:::shop" })).toEqual([
      "fail it: policy: found everything but arn:aws:s3:::shop, wanted a named resource for each action",
    ]);
  });

  it("leaves a whole service to the rule about actions, and denials alone", () => {
    expect(ask({ Action: "s3:*", Resource: "*" })).toEqual(kept);
    expect(ask({ Effect: "Deny", Resource: "*" })).toEqual(kept);
  });

  it.each<[string, object]>([
    ["a tag", { StringEquals: { "aws:ResourceTag/product": "shop" } }],
    ["a tag as the service calls it", { StringEquals: { "ec2:resourceTag/product": "shop" } }],
    ["an alias", { "ForAnyValue:StringEquals": { "kms:ResourceAliases": ["alias/shop"] } }],
  ])("accepts everything that carries %s", (_, Condition) => {
    expect(ask({ Resource: "*", Condition })).toEqual(kept);
  });

  it.each<[string, unknown]>([
    ["another key", { StringEquals: { "aws:RequestTag/product": "shop" } }],
    ["any value", { StringLike: { "aws:ResourceTag/product": "*" } }],
    ["a tag if there is one", { StringEqualsIfExists: { "aws:ResourceTag/product": "shop" } }],
    ["any tag but one", { StringNotEquals: { "aws:ResourceTag/product": "shop" } }],
    ["no tag", { Null: { "aws:ResourceTag/product": "true" } }],
    ["nothing", {}],
    ["something else", "everything"],
    ["no key", { StringEquals: "shop" }],
  ])("reports everything under a condition on %s", (_, Condition) => {
    expect(ask({ Resource: "*", Condition })[0]).toMatch(/^fail/);
  });

  it("cannot tell what is unknown", () => {
    expect(told(rule, providerTypes.awsPolicy, { policy: UNKNOWN })[0]).toMatch(/^unknown/);
  });
});
