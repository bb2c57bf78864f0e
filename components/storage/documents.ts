import { document, type PolicyDocument, type Statement } from "../policy-document";

/*
 * Policy documents as plain objects. ARNs are spelled out of names, so that a preview shows every document whole and
 * rules can judge it before anything exists; those that name the account are known once AWS has told it. Partition `aws`: other partitions need a transform.
 */

export const bucketArn = (name: string): string => `arn:aws:s3:::${name}`;

/** Services of AWS that a bucket lets in by themselves. */
export interface Admitted {
  /** The trail that writes. */
  trail?: TrailWriter | undefined;
  /** The account whose distributions read. */
  readBy?: string | undefined;
}

/** Denies whatever does not come by TLS, to everyone, and lets in those who come by themselves. */
export function bucketPolicy(bucket: string, { trail, readBy }: Admitted = {}): PolicyDocument {
  return document(
    tlsOnly(bucket),
    ...(trail ? trailWrites(bucket, trail) : []),
    ...(readBy === undefined ? [] : [distributionReads(bucket, readBy)]),
  );
}

// Requirement: STOR-05
/**
 * Lets CloudFront read objects, for distributions of this account that were given the bucket's access control. The id of the
 * one is not known before it exists, and a policy that waited for it would be hidden from every preview, TLS and all.
 * Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
 */
function distributionReads(bucket: string, account: string): Statement {
  return {
    Sid: "DistributionReads",
    Effect: "Allow",
    Principal: { Service: "cloudfront.amazonaws.com" },
    Action: "s3:GetObject",
    Resource: `${bucketArn(bucket)}/*`,
    Condition: {
      StringEquals: { "aws:SourceAccount": account },
      ArnLike: { "aws:SourceArn": `arn:aws:cloudfront::${account}:distribution/*` },
    },
  };
}

/** A trail of CloudTrail. */
export interface TrailWriter {
  name: string;
  prefix: string | undefined;
  account: string;
  /** Where the trail is at home. */
  region: string;
}

/**
 * What CloudTrail needs, for one trail alone. It asks for the bucket's ACL though the bucket has none.
 * Source: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
 */
function trailWrites(bucket: string, trail: TrailWriter): Statement[] {
  const { name, prefix, account, region } = trail;
  const Principal = { Service: "cloudtrail.amazonaws.com" };
  const thisTrail = { "aws:SourceArn": `arn:aws:cloudtrail:${region}:${account}:trail/${name}` };
  const folder = [bucketArn(bucket), prefix, "AWSLogs", account].filter(Boolean).join("/");
  return [
    {
      Sid: "TrailLooks",
      Effect: "Allow",
      Principal,
      Action: "s3:GetBucketAcl",
      Resource: bucketArn(bucket),
      Condition: { StringEquals: thisTrail },
    },
    {
      Sid: "TrailWrites",
      Effect: "Allow",
      Principal,
      Action: "s3:PutObject",
      Resource: `${folder}/*`,
      Condition: { StringEquals: { ...thisTrail, "s3:x-amz-acl": "bucket-owner-full-control" } },
    },
  ];
}

function tlsOnly(bucket: string): Statement {
  return {
    Sid: "DenyWithoutTls",
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [bucketArn(bucket), `${bucketArn(bucket)}/*`],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
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
