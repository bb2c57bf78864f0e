import { z } from "zod";
import { readProperty } from "../../../core/value";
import type { Condition, Statement } from "../../lib/access/documents";
import { judgeDocuments } from "../../lib/access/judge-documents";
import { accessControl } from "../../lib/access/references";
import { providerTypes } from "../../lib/provider-types";
import { defineRule } from "../../rule";

// Requirement: COMP-03, SECR-07
export const oidcTrustExact = defineRule({
  id: "oidc-trust-exact",
  title: "Tokens of an identity provider open a role for one audience and named subjects",
  why: "An identity provider such as GitHub's serves everybody: without an exact subject, jobs of any repository or of any branch take the role.",
  fix: "Bind the trust policy by StringEquals to <issuer>:aud and to <issuer>:sub without a wildcard.",
  severity: "critical",
  topics: ["access", "pipeline"],
  references: [
    ...accessControl,
    {
      standard: "GitHub",
      clause: "Configuring OpenID Connect in Amazon Web Services",
      url: "https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws",
    },
  ],
  appliesTo: [providerTypes.awsRole],
  options: z.strictObject({}),
  check: ({ inputs }) => {
    const property = "assumeRolePolicy";
    const trust = { property, reading: readProperty(inputs, [property]) };
    return judgeDocuments([trust], "an exact audience and exact subjects", complaints);
  },
});

/** `arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com` → what its keys begin with. */
const providerPattern = /:oidc-provider\/(.+)$/;

function complaints({ allows, principals, conditions }: Statement): string[] {
  if (!allows) return [];
  const issuers = (principals.Federated ?? []).flatMap(
    (who) => providerPattern.exec(who)?.[1] ?? [],
  );
  return issuers.flatMap((issuer) =>
    ["aud", "sub"].flatMap((claim) => {
      const key = `${issuer}:${claim}`.toLowerCase();
      return claimComplaint(
        claim,
        conditions.filter((one) => one.key === key && isExact(one)),
      );
    }),
  );
}

/** Operators that let nothing through but what they name. */
const isExact = ({ operator }: Condition): boolean =>
  /^(ForAnyValue:)?String(Equals|Like)$/.test(operator);

function claimComplaint(claim: string, bound: readonly Condition[]): string[] {
  if (bound.length === 0) return [`any ${claim}`];
  // Of several conditions all have to hold: one without a wildcard is enough.
  const loose = bound.map(({ operator, values }) =>
    operator.endsWith("Like") ? values.filter((value) => /[*?]/.test(value)) : [],
  );
  return loose.some((values) => values.length === 0) ? [] : (loose[0] ?? []);
}
