import type { DeclaredResource } from "../../../core/resource";
import type { PropertyMap, Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import type { Rule } from "../../../policies/rule";
import { brief, judge, resource } from "./stack";

/** A policy document as JSON text. */
export const documentOf = (...Statement: object[]): string =>
  JSON.stringify({ Version: "2012-10-17", Statement });

/** Allows an action on one object, with changes. */
export const allow = (changes: object = {}): object => ({
  Effect: "Allow",
  Action: "s3:GetObject",
  Resource: "arn:aws:s3:::shop/*",
  ...changes,
});

/** Lets a service use a resource, with changes. */
export const admit = (changes: object = {}): object => ({
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::123456789012:root" },
  Action: "s3:GetObject",
  Resource: "*",
  ...changes,
});

/** What a rule says of one resource. */
export const told = (rule: Rule, type: string, inputs: PropertyMap): string[] =>
  brief(judge(rule, [resource(type, "it", inputs)]));

export const issuer = "token.actions.githubusercontent.com";
const subject = "repo:shop/shop:environment:production";

/** Opens a role for jobs of GitHub Actions, with changes of the condition. */
export const forJobs = (
  Condition: object = {
    StringEquals: { [`${issuer}:aud`]: "sts.amazonaws.com", [`${issuer}:sub`]: subject },
  },
): string =>
  documentOf({
    Effect: "Allow",
    Principal: { Federated: `arn:aws:iam::123456789012:oidc-provider/${issuer}` },
    Action: "sts:AssumeRoleWithWebIdentity",
    Condition,
  });

export const role = (inputs: PropertyMap, name = "role"): DeclaredResource =>
  resource(providerTypes.awsRole, name, { name: "shop-ci", ...inputs });

/** Something given to a role: an own document of it, or a policy that stands by itself. */
export const given = (
  type: string,
  name: string,
  inputs: PropertyMap,
  dependencies: Record<string, readonly DeclaredResource[]>,
): DeclaredResource =>
  resource(type, name, inputs, {
    propertyDependencies: Object.fromEntries(
      Object.entries(dependencies).map(([key, all]) => [key, all.map(({ urn }) => urn)]),
    ),
  });

/** Documents that no rule can read, and what each answers. */
export const unreadable: readonly [string, Value][] = [
  ["a text that is no JSON", "{"],
  ["JSON that is no object", "[]"],
  ["an object without statements", "{}"],
];
