/*
 * Policy documents as plain objects. ARNs are spelled out of names, so that a preview shows every document whole and
 * rules can judge it before anything exists. Partition `aws`: other partitions need a transform.
 */

/** One statement of an IAM policy. */
interface Statement {
  Sid: string;
  Effect: "Allow" | "Deny";
  Principal?: "*" | Record<string, string>;
  Action: string | string[];
  Resource?: string | string[];
  Condition?: Record<string, Record<string, string>>;
}

export interface PolicyDocument {
  Version: "2012-10-17";
  Statement: Statement[];
}

const document = (...Statement: Statement[]): PolicyDocument => ({
  Version: "2012-10-17",
  Statement,
});

export const bucketArn = (name: string): string => `arn:aws:s3:::${name}`;

/** Denies whatever does not come by TLS, to everyone. */
export function tlsOnly(bucket: string): PolicyDocument {
  return document({
    Sid: "DenyWithoutTls",
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [bucketArn(bucket), `${bucketArn(bucket)}/*`],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  });
}

/** Lets S3 take the role, for this bucket alone. */
export function replicationTrust(source: string): PolicyDocument {
  return document({
    Sid: "S3ForThisBucket",
    Effect: "Allow",
    Principal: { Service: "s3.amazonaws.com" },
    Action: "sts:AssumeRole",
    Condition: { ArnLike: { "aws:SourceArn": bucketArn(source) } },
  });
}

/** The keys that copies are read and written with; absent where S3's own keys are used. */
export interface ReplicationKeys {
  source: string;
  destination: string;
}

/** What the role needs to copy from one bucket to the other, and nothing else. */
export function replicationRights(
  source: string,
  destination: string,
  keys: ReplicationKeys | undefined,
): PolicyDocument {
  const allow = (Sid: string, Action: string[], Resource: string): Statement => ({
    Sid,
    Effect: "Allow",
    Action,
    Resource,
  });
  const withKeys = keys
    ? [
        allow("ReadWithKey", ["kms:Decrypt"], keys.source),
        allow("WriteWithKey", ["kms:Encrypt", "kms:GenerateDataKey"], keys.destination),
      ]
    : [];
  return document(
    allow("ReadBucket", ["s3:GetReplicationConfiguration", "s3:ListBucket"], bucketArn(source)),
    allow("ReadVersions", readActions, `${bucketArn(source)}/*`),
    allow("WriteCopies", writeActions, `${bucketArn(destination)}/*`),
    ...withKeys,
  );
}

const readActions = [
  "s3:GetObjectLegalHold",
  "s3:GetObjectRetention",
  "s3:GetObjectVersionAcl",
  "s3:GetObjectVersionForReplication",
  "s3:GetObjectVersionTagging",
];

const writeActions = ["s3:ReplicateDelete", "s3:ReplicateObject", "s3:ReplicateTags"];
