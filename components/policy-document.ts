/* IAM policy documents as plain objects. */

/** Operator to condition key to the values that fit. */
export type Conditions = Record<string, Record<string, string | string[]>>;

/** One statement of a policy. */
export interface Statement {
  Sid?: string;
  Effect: "Allow" | "Deny";
  Principal?: "*" | Record<string, string | string[]>;
  Action: string | string[];
  Resource?: string | string[];
  Condition?: Conditions;
}

export interface PolicyDocument {
  Version: "2012-10-17";
  Statement: Statement[];
}

export const document = (...Statement: Statement[]): PolicyDocument => ({
  Version: "2012-10-17",
  Statement,
});

/** An account as a principal: whoever its IAM policies let. */
export const rootOf = (account: string): string => `arn:aws:iam::${account}:root`;

/** Lets one service of AWS take a role. */
export function trustOfService(
  Service: string,
  { Sid, Condition }: Pick<Statement, "Sid" | "Condition"> = {},
): PolicyDocument {
  return document({
    ...(Sid && { Sid }),
    Effect: "Allow",
    Principal: { Service },
    Action: "sts:AssumeRole",
    ...(Condition && { Condition }),
  });
}

/** What an account does to keep a key of its own, uses of the key aside. */
const keyAdministration = [
  "kms:CancelKeyDeletion",
  "kms:DescribeKey",
  "kms:DisableKey",
  "kms:EnableKey",
  "kms:EnableKeyRotation",
  "kms:GetKeyPolicy",
  "kms:GetKeyRotationStatus",
  "kms:ListResourceTags",
  "kms:PutKeyPolicy",
  "kms:ScheduleKeyDeletion",
  "kms:TagResource",
  "kms:UntagResource",
  "kms:UpdateKeyDescription",
];

/**
 * What the account may do with a key of its own, by the IAM policies of whoever asks. Without, nobody could ever change it.
 * `uses` are further actions. In a key's policy `*` is this key.
 */
export function keyOwner(account: string, uses: readonly string[]): Statement {
  return {
    Sid: "Owner",
    Effect: "Allow",
    Principal: { AWS: rootOf(account) },
    Action: [...keyAdministration, ...uses].sort(),
    Resource: "*",
  };
}
