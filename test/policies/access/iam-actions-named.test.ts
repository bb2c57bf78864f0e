import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { iamActionsNamed as rule } from "../../../policies/rules/access/iam-actions-named";
import { allow, documentOf, told, unreadable } from "../support/access";

const { awsPolicy, awsRole, awsRolePolicy, awsUserPolicy, awsGroupPolicy } = providerTypes;
const ask = (...statements: object[]) =>
  told(rule, awsPolicy, { policy: documentOf(...statements) });

// Requirement: COMP-03
describe(`${rule.id}: ${rule.title}`, () => {
  it.each(["s3:GetObject", "s3:Get*", "iam:Pass?ole"])("accepts %s", (Action) => {
    expect(ask(allow({ Action }))).toEqual([`pass it: ${rule.title}`]);
  });

  it.each(["*", "s3:*", "*:*", "*:GetObject", "**", "S3:**"])("reports %s", (Action) => {
    const report = [`fail it: policy: found ${Action}, wanted actions written out`];
    expect(ask(allow({ Action }))).toEqual(report);
    expect(ask(allow(), allow({ Action: ["s3:GetObject", Action] }))).toEqual(report);
  });

  it("reports all actions but some", () => {
    const statement = { ...allow({ NotAction: ["iam:*", "sts:*"] }), Action: undefined };
    expect(ask(statement)).toEqual([
      "fail it: policy: found all but iam:*, sts:*, wanted actions written out",
    ]);
  });

  it("lets a statement deny everything", () => {
    expect(ask(allow({ Effect: "Deny", Action: "*" }))[0]).toMatch(/^pass/);
  });

  it.each([awsRolePolicy, awsUserPolicy, awsGroupPolicy])("reads %s", (type) => {
    const policy = documentOf(allow({ Action: "*" }));
    expect(told(rule, type, { policy })[0]).toMatch(/^fail it: policy: found \*/);
  });

  it("reads what is written into a role, document by document", () => {
    const inlinePolicies = [
      { policy: documentOf(allow()) },
      { policy: documentOf(allow({ Action: "*" })) },
    ];
    expect(told(rule, awsRole, { inlinePolicies })).toEqual([
      `pass it: ${rule.title}`,
      "fail it: inlinePolicies[1].policy: found *, wanted actions written out",
    ]);
    expect(told(rule, awsRole, {})[0]).toMatch(/^not-applicable/);
    expect(told(rule, awsRole, { inlinePolicies: "none" })[0]).toMatch(/^not-applicable/);
    expect(told(rule, awsRole, { inlinePolicies: UNKNOWN })[0]).toMatch(
      /^unknown it: inlinePolicies: not known/,
    );
  });

  it("reads a document that is an object, and a statement that is no list", () => {
    const policy = { Statement: { Effect: "Allow", Action: "*", Resource: "*" } };
    expect(told(rule, awsPolicy, { policy })[0]).toMatch(/^fail/);
    expect(told(rule, awsPolicy, { policy: { Statement: [UNKNOWN] } })[0]).toMatch(/^unknown/);
  });

  it.each(unreadable)("reports %s", (_, policy) => {
    expect(told(rule, awsPolicy, { policy })).toEqual([
      "fail it: policy: found no policy document, wanted actions written out",
    ]);
  });

  it("cannot tell what is unknown", () => {
    expect(told(rule, awsPolicy, { policy: UNKNOWN })).toEqual([
      expect.stringMatching(/^unknown it: policy: not known/),
    ]);
  });
});
