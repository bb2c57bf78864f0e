import { document, type PolicyDocument } from "../policy-document";

/*
 * IAM policy documents as plain objects. ARNs are spelled out of names, so that a preview shows every document whole and
 * rules can judge it before anything exists. Partition `aws`.
 */

/** Where GitHub's OIDC tokens come from, without the scheme: as it stands in ARNs and condition keys. */
export const issuer = "token.actions.githubusercontent.com";
/** Whom a token must be made for. */
export const audience = "sts.amazonaws.com";

/** ARN of the account's provider for GitHub, whoever declares it: it need not exist yet. */
export function providerArn(accountId: string): string {
  return `arn:aws:iam::${accountId}:oidc-provider/${issuer}`;
}

/**
 * Lets jobs with exactly this subject take the role. `StringEquals` tells upper from lower case and knows no wildcard, so
 * no other repository, branch, environment or event fits.
 */
export function trustOf(accountId: string, subject: string): PolicyDocument {
  return document({
    Sid: "GitHubActions",
    Effect: "Allow",
    Principal: { Federated: providerArn(accountId) },
    Action: "sts:AssumeRoleWithWebIdentity",
    Condition: {
      StringEquals: { [`${issuer}:aud`]: audience, [`${issuer}:sub`]: subject },
    },
  });
}

/** Subject of a job that names an environment. */
export function environmentSubject(repository: string, environment: string): string {
  return `repo:${repository}:environment:${environment}`;
}

/** Subject of a job of a pull request that names no environment. */
export function pullRequestSubject(repository: string): string {
  return `repo:${repository}:pull_request`;
}
