import { actions, type Grant } from "./grant";

const s3 = (...names: string[]) => actions("s3", ...names);
const secrets = (...names: string[]) => actions("secretsmanager", ...names);
const kms = (...names: string[]) => actions("kms", ...names);

const settingOf = (name: string) => `aws:s3/bucket${name}:Bucket${name}`;

/** Buckets, secrets and keys. */
export const dataGrants: readonly Grant[] = [
  {
    types: ["aws:s3/bucket:Bucket"],
    on: "buckets",
    // The provider reads every setting of a bucket, whoever declares it.
    read: s3(
      "GetAccelerateConfiguration",
      "GetBucketAcl",
      "GetBucketCORS",
      "GetBucketLocation",
      "GetBucketLogging",
      "GetBucketObjectLockConfiguration",
      "GetBucketPolicy",
      "GetBucketRequestPayment",
      "GetBucketTagging",
      "GetBucketVersioning",
      "GetBucketWebsite",
      "GetEncryptionConfiguration",
      "GetLifecycleConfiguration",
      "GetReplicationConfiguration",
      "ListBucket",
      "ListTagsForResource",
    ),
    write: s3("CreateBucket", "DeleteBucket", "PutBucketTagging", "TagResource", "UntagResource"),
  },
  {
    types: [settingOf("PublicAccessBlock")],
    on: "buckets",
    read: s3("GetBucketPublicAccessBlock"),
    write: s3("PutBucketPublicAccessBlock"),
  },
  {
    types: [settingOf("OwnershipControls")],
    on: "buckets",
    read: s3("GetBucketOwnershipControls"),
    write: s3("PutBucketOwnershipControls"),
  },
  {
    types: [settingOf("Policy")],
    on: "buckets",
    write: s3("DeleteBucketPolicy", "PutBucketPolicy"),
  },
  {
    types: [settingOf("ServerSideEncryptionConfiguration")],
    on: "buckets",
    write: s3("PutEncryptionConfiguration"),
  },
  { types: [settingOf("Versioning")], on: "buckets", write: s3("PutBucketVersioning") },
  {
    types: [settingOf("LifecycleConfiguration")],
    on: "buckets",
    write: s3("PutLifecycleConfiguration"),
  },
  {
    types: [settingOf("ObjectLockConfiguration")],
    on: "buckets",
    write: s3("PutBucketObjectLockConfiguration"),
  },
  {
    types: [settingOf("ReplicationConfig")],
    on: "buckets",
    write: s3("PutReplicationConfiguration"),
  },
  // What the program declares nothing of: each month's report on the stack, put where nobody takes it away.
  { types: [], on: "reports", write: s3("PutObject") },
  // And the dump of the database before its migrations.
  { types: [], on: "dumps", write: s3("PutObject") },
  {
    types: ["aws:secretsmanager/secret:Secret"],
    on: "secrets",
    read: secrets("DescribeSecret", "GetResourcePolicy"),
    write: secrets("CreateSecret", "DeleteSecret", "TagResource", "UntagResource", "UpdateSecret"),
  },
  {
    types: ["aws:secretsmanager/secretVersion:SecretVersion"],
    on: "secrets",
    // Reading a version shows its value, so that a preview cannot.
    value: secrets("GetSecretValue"),
    write: secrets("PutSecretValue", "UpdateSecretVersionStage"),
  },
  {
    types: ["aws:kms/key:Key"],
    on: "keys",
    read: kms(
      "DescribeKey",
      "GetKeyPolicy",
      "GetKeyRotationStatus",
      "ListKeyRotations",
      "ListResourceTags",
    ),
    write: kms(
      "DisableKey",
      "DisableKeyRotation",
      "EnableKey",
      "EnableKeyRotation",
      "PutKeyPolicy",
      "ScheduleKeyDeletion",
      "UpdateKeyDescription",
    ),
  },
  {
    types: ["aws:kms/alias:Alias"],
    on: "keys",
    write: kms("CreateAlias", "DeleteAlias", "UpdateAlias"),
  },
  {
    types: ["aws:kms/alias:Alias"],
    on: "keyAliases",
    write: kms("CreateAlias", "DeleteAlias", "UpdateAlias"),
  },
  { types: ["aws:kms/alias:Alias"], on: "everything", read: kms("ListAliases") },
  // A key that does not exist yet has no ARN and no tags: what it will be tagged with must do.
  { types: ["aws:kms/key:Key"], on: "everything", write: kms("CreateKey"), when: "taggedSo" },
  { types: ["aws:kms/key:Key"], on: "newKeys", write: kms("TagResource"), when: "taggedSo" },
];
