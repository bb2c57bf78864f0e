import { describe, expect, it } from "vitest";
import { UNKNOWN, type Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { noBroadManagedPolicies as rule } from "../../../policies/rules/access/no-broad-managed-policies";
import { given, told } from "../support/access";
import { brief, judge, resource } from "../support/stack";

const { awsRole, awsRolePolicyAttachment, awsSlackChannel, awsTeamsChannel } = providerTypes;
const managed = (name: string) => `arn:aws:iam::aws:policy/${name}`;
const attached = (policyArn: Value) => told(rule, awsRolePolicyAttachment, { policyArn });
const kept = `pass it: ${rule.title}`;
const wanted = "wanted a policy that names what it allows";

// Requirement: COMP-03
describe(`${rule.id}: ${rule.title}`, () => {
  it.each([
    managed("AWSBackupServiceRolePolicyForS3Backup"),
    managed("CloudWatchReadOnlyAccess"),
    managed("job-function/ViewOnlyAccess"),
    "arn:aws:iam::123456789012:policy/AdministratorAccess",
    "AdministratorAccess",
  ])("accepts %s", (arn) => {
    expect(attached(arn)).toEqual([kept]);
  });

  it.each([
    "AdministratorAccess",
    "AdministratorAccess-Amplify",
    "PowerUserAccess",
    "IAMFullAccess",
    "AmazonS3FullAccess",
    "job-function/SystemAdministrator",
  ])("reports %s", (name) => {
    expect(attached(managed(name))).toEqual([`fail it: policyArn: found ${name}, ${wanted}`]);
    expect(attached(managed(name).replace("aws:iam", "aws-cn:iam"))[0]).toMatch(/^fail/);
  });

  it.each([
    providerTypes.awsPolicyAttachment,
    providerTypes.awsUserPolicyAttachment,
    providerTypes.awsGroupPolicyAttachment,
  ])("reads %s", (type) => {
    const policyArn = managed("AdministratorAccess");
    expect(told(rule, type, { policyArn })[0]).toMatch(/^fail/);
  });

  it("reads every policy of a role, and asks for none", () => {
    const managedPolicyArns = [managed("ReadOnlyAccess"), managed("AdministratorAccess")];
    expect(told(rule, awsRole, { managedPolicyArns })).toEqual([
      `fail it: managedPolicyArns: found AdministratorAccess, ${wanted}`,
      kept,
    ]);
    expect(told(rule, awsRole, {})[0]).toMatch(/^not-applicable/);
    expect(told(rule, awsRole, { managedPolicyArns: [] })[0]).toMatch(/^not-applicable/);
  });

  it.each([awsSlackChannel, awsTeamsChannel])("asks %s for a guardrail", (type) => {
    const report = [`fail it: guardrailPolicyArns: found AdministratorAccess, ${wanted}`];
    expect(told(rule, type, {})).toEqual(report);
    expect(told(rule, type, { guardrailPolicyArns: [] })).toEqual(report);
    const narrow = { guardrailPolicyArns: [managed("CloudWatchReadOnlyAccess")] };
    expect(told(rule, type, narrow)).toEqual([kept]);
  });

  it("trusts a policy of the stack's own, which its document is judged by", () => {
    const own = resource(providerTypes.awsPolicy, "own");
    const other = resource("shop:index/policy:Policy", "other");
    const ask = (...from: (typeof own)[]) =>
      brief(
        judge(rule, [
          given(awsRolePolicyAttachment, "it", { policyArn: UNKNOWN }, { policyArn: from }),
        ]),
      );
    expect(ask(own)).toEqual([kept]);
    expect(ask()[0]).toMatch(/^unknown it: policyArn: not known/);
    expect(ask(own, other)[0]).toMatch(/^unknown/);
    expect(attached(UNKNOWN)[0]).toMatch(/^unknown/);
  });
});
