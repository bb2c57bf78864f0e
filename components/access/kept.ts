import type { Statement } from "../policy-document";

/* What a job of CI may not do, whatever else allows it: a refusal wins over every permission, that of a bucket too. */

/** A job that could change its own role could do anything: only a person changes what CI may do. */
export function keepAccess(accountId: string, prefix: string): Statement {
  const own = `arn:aws:iam::${accountId}`;
  return {
    Sid: "KeepAccess",
    Effect: "Deny",
    Action: [
      "iam:AttachRolePolicy",
      "iam:CreatePolicyVersion",
      "iam:DeletePolicy",
      "iam:DeletePolicyVersion",
      "iam:DeleteRole",
      "iam:DeleteRolePolicy",
      "iam:DetachRolePolicy",
      "iam:PassRole",
      "iam:PutRolePolicy",
      "iam:UpdateAssumeRolePolicy",
      "iam:UpdateRole",
    ],
    Resource: [`${own}:role/${prefix}-ci-*`, `${own}:policy/${prefix}-ci-*`],
  };
}

// Requirement: STOR-04
/**
 * What is locked stays locked: a lock in governance mode is worth as much as the right to lift it, which is a person's. A
 * policy of the bucket could else grant it to the very job that writes that policy.
 */
export const keepLocks: Statement = {
  Sid: "KeepLocks",
  Effect: "Deny",
  Action: [
    "backup:DeleteBackupVaultLockConfiguration",
    "backup:DeleteRecoveryPoint",
    "s3:BypassGovernanceRetention",
  ],
  Resource: "*",
};
