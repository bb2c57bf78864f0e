import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { oidcTrustExact as rule } from "../../../policies/rules/access/oidc-trust-exact";
import { admit, documentOf, forJobs, issuer, told } from "../support/access";

const [aud, sub] = [`${issuer}:aud`, `${issuer}:sub`];
const audience = { [aud]: "sts.amazonaws.com" };
const exact = "repo:shop/shop:ref:refs/heads/main";
const trusting = (assumeRolePolicy: string | symbol) =>
  told(rule, providerTypes.awsRole, { assumeRolePolicy: assumeRolePolicy as string });
const ask = (condition: object) => trusting(forJobs(condition));
const kept = [`pass it: ${rule.title}`];
const report = (found: string) => [
  `fail it: assumeRolePolicy: found ${found}, wanted an exact audience and exact subjects`,
];

// Requirement: COMP-03, SECR-07
describe(`${rule.id}: ${rule.title}`, () => {
  it.each<[string, object]>([
    ["both by StringEquals", { StringEquals: { ...audience, [sub]: exact } }],
    [
      "several subjects",
      { StringEquals: { ...audience, [sub]: [exact, "repo:a/b:environment:c"] } },
    ],
    ["StringLike without a wildcard", { StringLike: { ...audience, [sub]: exact } }],
    ["a key in other letters", { StringEquals: { ...audience, [sub.toUpperCase()]: exact } }],
    ["an operator over lists", { "ForAnyValue:StringEquals": { ...audience, [sub]: exact } }],
    [
      "a wildcard beside an exact one",
      { StringEquals: { ...audience, [sub]: exact }, StringLike: { [sub]: "repo:shop/*" } },
    ],
    [
      "an exact one beside a wildcard",
      { StringLike: { [sub]: "repo:shop/*" }, StringEquals: { ...audience, [sub]: exact } },
    ],
  ])("accepts %s", (_, condition) => {
    expect(ask(condition)).toEqual(kept);
  });

  it("reports tokens of any subject, and of any audience", () => {
    expect(ask({ StringEquals: audience })).toEqual(report("any sub"));
    expect(ask({ StringEquals: { [sub]: exact } })).toEqual(report("any aud"));
    expect(ask({})).toEqual(report("any aud, any sub"));
  });

  it.each(["repo:shop/*", "repo:shop/shop:environment:pro?"])("reports the subject %s", (loose) => {
    expect(ask({ StringEquals: audience, StringLike: { [sub]: loose } })).toEqual(report(loose));
    const both = { [sub]: [exact, loose] };
    expect(ask({ StringEquals: audience, StringLike: both })).toEqual(report(loose));
  });

  it.each([
    "StringEqualsIfExists",
    "StringNotEquals",
    "StringEqualsIgnoreCase",
    "ForAllValues:StringEquals",
  ])("does not take %s for a bound", (operator) => {
    expect(ask({ StringEquals: audience, [operator]: { [sub]: exact } })).toEqual(
      report("any sub"),
    );
  });

  it("takes no claim of another issuer", () => {
    expect(ask({ StringEquals: { ...audience, "gitlab.com:sub": exact } })).toEqual(
      report("any sub"),
    );
  });

  it("leaves services, accounts and denials alone", () => {
    expect(trusting(documentOf(admit()))).toEqual(kept);
    const saml = { Federated: "arn:aws:iam::123456789012:saml-provider/Okta" };
    expect(trusting(documentOf(admit({ Principal: saml })))).toEqual(kept);
    const deny = {
      Effect: "Deny",
      Principal: { Federated: `arn:aws:iam::1:oidc-provider/${issuer}` },
    };
    expect(trusting(documentOf(admit(deny)))).toEqual(kept);
  });

  it("cannot tell what is unknown", () => {
    expect(trusting(UNKNOWN)[0]).toMatch(/^unknown it: assumeRolePolicy: not known/);
  });
});
