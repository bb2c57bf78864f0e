import { describe, expect, it } from "vitest";
import type { DeclaredResource } from "../../../core/resource";
import { UNKNOWN, type Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { deployRolesGuarded as rule } from "../../../policies/rules/access/deploy-roles-guarded";
import { admit, allow, documentOf, forJobs, given, role } from "../support/access";
import { brief, judge, resource } from "../support/stack";

const { awsPolicy, awsRolePolicy, awsRolePolicyAttachment } = providerTypes;
const ci = role({ assumeRolePolicy: forJobs() });
const own = "arn:aws:iam::123456789012:role/shop-*";
const rights = (policy: Value, of: readonly DeclaredResource[] = [ci]) =>
  given(awsRolePolicy, "rights", { policy }, { role: of });
const ask = (...resources: DeclaredResource[]) => brief(judge(rule, resources));
const holding = (...statements: object[]) => ask(ci, rights(documentOf(...statements)));
const kept = [`pass role: ${rule.title}`];
const report = (found: string) => [`fail role: found ${found}, wanted no right to change itself`];
const widen = (Action: string | string[], Resource = own) => allow({ Action, Resource });
const deny = (changes: object) => allow({ Effect: "Deny", Action: "iam:*", ...changes });

const policy = resource(awsPolicy, "policy", {
  name: "shop-rights",
  policy: documentOf(widen("iam:CreatePolicyVersion", "arn:aws:iam::123456789012:policy/shop-*")),
});
const attachment = given(
  awsRolePolicyAttachment,
  "attachment",
  {},
  {
    role: [ci],
    policyArn: [policy],
  },
);

// Requirement: COMP-03
describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts a role that changes other roles only", () => {
    expect(holding(allow())).toEqual(kept);
    expect(holding(widen("iam:PutRolePolicy", "arn:aws:iam::123456789012:role/other-*"))).toEqual(
      kept,
    );
    expect(holding(widen("iam:PutRolePolicy", "arn:aws:iam::123456789012:policy/shop-ci"))).toEqual(
      kept,
    );
    expect(holding(widen("iam:GetRole"))).toEqual(kept);
  });

  it.each([
    "iam:AttachRolePolicy",
    "iam:DeleteRolePolicy",
    "iam:DetachRolePolicy",
    "iam:PutRolePolicy",
    "iam:UpdateAssumeRolePolicy",
  ])("reports a role that may %s on itself", (action) => {
    expect(holding(widen(action))).toEqual(report(action));
    expect(holding(widen(["s3:GetObject", action], "*"))).toEqual(report(action));
    expect(holding(widen(action.toLowerCase(), own.replace("shop-*", "shop-c?")))).toEqual(
      report(action),
    );
  });

  it("reads patterns of actions", () => {
    expect(holding(widen("iam:*"))[0]).toMatch(
      /found iam:AttachRolePolicy, iam:DeleteRolePolicy, iam:DetachRolePolicy, iam:PutRolePolicy, iam:UpdateAssumeRolePolicy,/,
    );
    expect(holding(widen("iam:Put*"))).toEqual(report("iam:PutRolePolicy"));
  });

  it("accepts a denial on its own name, and no other", () => {
    const guarded = (changes: object) => holding(widen("iam:PutRolePolicy"), deny(changes));
    expect(guarded({ Resource: "arn:aws:iam::123456789012:role/shop-ci" })).toEqual(kept);
    expect(guarded({ Resource: own, Action: "iam:PutRolePolicy" })).toEqual(kept);
    const open = report("iam:PutRolePolicy");
    expect(guarded({ Resource: "arn:aws:iam::123456789012:role/other" })).toEqual(open);
    expect(guarded({ Resource: own, Action: "iam:AttachRolePolicy" })).toEqual(open);
    const Condition = { Bool: { "aws:MultiFactorAuthPresent": "false" } };
    expect(guarded({ Resource: own, Condition })).toEqual(open);
  });

  it("accepts a boundary, known or not", () => {
    const boundaries: Value[] = ["arn:aws:iam::123456789012:policy/b", UNKNOWN];
    for (const permissionsBoundary of boundaries) {
      const bounded = role({ assumeRolePolicy: forJobs(), permissionsBoundary });
      expect(ask(bounded, rights(documentOf(widen("iam:*"))))).toEqual(kept);
    }
  });

  it("reads policies that the role is given, and whether they can be changed", () => {
    expect(ask(ci, policy, attachment)).toEqual(report("iam:CreatePolicyVersion"));
    const guard = deny({ Resource: "arn:aws:iam::123456789012:policy/shop-rights" });
    expect(ask(ci, policy, attachment, rights(documentOf(guard)))).toEqual(kept);
    expect(ask(ci, policy)).toEqual(kept);
    expect(ask(ci, attachment)).toEqual(kept);
  });

  it("reads what is written into the role, and what names it by its name", () => {
    const inlinePolicies = [{ policy: documentOf(widen("iam:PutRolePolicy")) }];
    expect(ask(role({ assumeRolePolicy: forJobs(), inlinePolicies }))).toEqual(
      report("iam:PutRolePolicy"),
    );
    const spelled = (name: string) =>
      resource(awsRolePolicy, "spelled", {
        role: name,
        policy: documentOf(widen("iam:PutRolePolicy")),
      });
    expect(ask(ci, spelled("shop-ci"))).toEqual(report("iam:PutRolePolicy"));
    expect(ask(ci, spelled("other"))).toEqual(kept);
  });

  it("goes by the logical name of a role that has no other", () => {
    const unnamed = role({ name: undefined, assumeRolePolicy: forJobs() }, "shop-jobs");
    const results = ask(unnamed, rights(documentOf(widen("iam:PutRolePolicy")), [unnamed]));
    expect(results[0]).toMatch(/^fail shop-jobs: found iam:PutRolePolicy/);
  });

  it("leaves roles of services alone", () => {
    const nothing = ["not-applicable groundwork-prod: jobs take no role of this stack"];
    const others: Value[] = [
      documentOf(admit({ Principal: { Service: "lambda.amazonaws.com" } })),
      documentOf(admit({ Principal: { Federated: "arn:aws:iam::1:saml-provider/Okta" } })),
      forJobs().replace("Allow", "Deny"),
      UNKNOWN,
    ];
    for (const assumeRolePolicy of others) {
      const other = role({ assumeRolePolicy });
      expect(ask(other, rights(documentOf(widen("iam:*")), [other]))).toEqual(nothing);
    }
  });

  it("cannot tell of documents that are unknown, unless another is enough", () => {
    const partly = rights(UNKNOWN);
    expect(ask(ci, partly)[0]).toMatch(/^unknown role: policy: not known/);
    expect(ask(ci, partly, policy, attachment)).toEqual(report("iam:CreatePolicyVersion"));
  });
});
