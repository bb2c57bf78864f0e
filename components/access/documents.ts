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
 * no other repository, branch, environment or event fits. `workflow` narrows it to jobs of one workflow of one branch.
 * Source: https://aws.amazon.com/about-aws/whats-new/2026/01/aws-sts-supports-validation-identity-provider-claims/
 */
export function trustOf(accountId: string, subject: string, workflow?: string): PolicyDocument {
  return document({
    Sid: "GitHubActions",
    Effect: "Allow",
    Principal: { Federated: providerArn(accountId) },
    Action: "sts:AssumeRoleWithWebIdentity",
    Condition: {
      StringEquals: {
        [`${issuer}:aud`]: audience,
        [`${issuer}:sub`]: subject,
        ...(workflow !== undefined && { [`${issuer}:job_workflow_ref`]: workflow }),
      },
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

/** A workflow as a token names it: its file, and the branch that it was read from. */
export function workflowOf(repository: string, file: string, branch: string): string {
  return `${repository}/${file}@refs/heads/${branch}`;
}
