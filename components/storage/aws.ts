import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { child, type Component, type Transform } from "../component";
import { declareDistribution, type DistributionTransforms } from "./aws-distribution";
import {
  bucketPolicy,
  type ReplicationKeys,
  replicationRights,
  replicationTrust,
} from "./documents";
import type { BucketSpec, EncryptionSpec, LifecycleSpec, ReplicationSpec } from "./spec";

/** The last word on each child of a bucket on S3. Those of the copy are asked too: see the logical name. */
export interface S3Transforms extends DistributionTransforms {
  /** The bucket. */
  bucket?: Transform<aws.s3.BucketArgs> | undefined;
  /** What keeps the public out. */
  publicAccessBlock?: Transform<aws.s3.BucketPublicAccessBlockArgs> | undefined;
  /** Who owns objects. */
  ownershipControls?: Transform<aws.s3.BucketOwnershipControlsArgs> | undefined;
  /** The policy that denies whatever does not come by TLS, and lets a trail write. */
  policy?: Transform<aws.s3.BucketPolicyArgs> | undefined;
  /** Encryption at rest. */
  encryption?: Transform<aws.s3.BucketServerSideEncryptionConfigurationArgs> | undefined;
  /** The KMS key made for the bucket. */
  key?: Transform<aws.kms.KeyArgs> | undefined;
  /** Versioning. */
  versioning?: Transform<aws.s3.BucketVersioningArgs> | undefined;
  /** What S3 cleans up by itself. */
  lifecycle?: Transform<aws.s3.BucketLifecycleConfigurationArgs> | undefined;
  /** Object lock. */
  objectLock?: Transform<aws.s3.BucketObjectLockConfigurationArgs> | undefined;
  /** The copying into another region. */
  replication?: Transform<aws.s3.BucketReplicationConfigArgs> | undefined;
  /** The role that S3 copies with. */
  replicationRole?: Transform<aws.iam.RoleArgs> | undefined;
  /** What that role may do. */
  replicationRolePolicy?: Transform<aws.iam.RolePolicyArgs> | undefined;
}

export interface DeclaredBucket {
  bucketName: pulumi.Output<string>;
  arn: pulumi.Output<string>;
  /** The name again, known once the bucket's policy stands. */
  openBucketName: pulumi.Output<string>;
}

/** Where the children of one bucket belong, and what all of them share. */
export interface Site {
  parent: Component;
  /** Begins the roles of the copy's children; empty for the bucket itself. */
  prefix: string;
  spec: BucketSpec;
  transforms: S3Transforms;
}

/** A bucket with all that must be there before anything is built upon it. */
export interface Ready extends DeclaredBucket {
  /** `bucket` and, where the args name one, `region`: what every setting of a bucket begins with. */
  of: { bucket: pulumi.Output<string>; region?: string };
  bucket: aws.s3.Bucket;
  versioning: aws.s3.BucketVersioning;
  keyArn: pulumi.Input<string> | undefined;
}

/** What a bucket may have beside itself. */
interface Beside {
  /** The copy. */
  replication: ReplicationSpec | undefined;
  /** The zone of the host that serves it. */
  zoneId: pulumi.Input<string> | undefined;
  transforms: S3Transforms;
}

// Requirement: STOR-04, STOR-05, STOR-07, STOR-08, STOR-09, DR-19
/** Declares the bucket, and the copy and the host where they are asked for. */
export function declareOnS3(
  parent: Component,
  spec: BucketSpec,
  { replication, zoneId, transforms }: Beside,
): DeclaredBucket {
  const bucket = declareBucket({ parent, prefix: "", spec, transforms });
  if (spec.distribution && zoneId !== undefined) {
    const { region } = spec;
    const served = { ...spec.distribution, tags: spec.tags };
    declareDistribution({
      ...{ parent, spec: served, bucket: bucket.bucket, region, zoneId, transforms },
    });
  }
  if (replication) {
    const site: Site = { parent, prefix: "replica", spec: replication.bucket, transforms };
    declareReplication(site, replication, {
      source: spec.name,
      from: bucket,
      to: declareBucket(site),
    });
  }
  const { bucketName, arn, openBucketName } = bucket;
  return { bucketName, arn, openBucketName };
}

/**
 * Declares one bucket with its settings. What changes the name or the lock replaces the bucket, and its name is taken
 * until the old one is gone.
 */
export function declareBucket(site: Site): Ready {
  const { spec, transforms } = site;
  const args: aws.s3.BucketArgs = {
    bucket: spec.name,
    ...regionOf(spec),
    objectLockEnabled: spec.objectLock !== undefined,
    forceDestroy: spec.forceDestroy,
    tags: { ...spec.tags },
  };
  const opts = { ...stateful(spec), deleteBeforeReplace: true, transform: transforms.bucket };
  const bucket = new aws.s3.Bucket(...child(site.parent, role(site, ""), args, opts));
  const of = { bucket: bucket.bucket, ...regionOf(spec) };
  const openBucketName = declareAccess(site, of);
  const keyArn = declareEncryption(site, of);
  const versioning = declareVersioning(site, of);
  declareLifecycle(site, of, versioning);
  declareObjectLock(site, of, versioning);
  const { bucket: bucketName, arn } = bucket;
  return { bucketName, arn, openBucketName, of, bucket, versioning, keyArn };
}

/** Answers the bucket's name once all of it stands. */
function declareAccess(
  { parent, spec, transforms, ...site }: Site,
  of: Ready["of"],
): Ready["openBucketName"] {
  const blocked: aws.s3.BucketPublicAccessBlockArgs = {
    ...of,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  };
  const owned: aws.s3.BucketOwnershipControlsArgs = {
    ...of,
    rule: { objectOwnership: "BucketOwnerEnforced" },
  };
  const access = new aws.s3.BucketPublicAccessBlock(
    ...child(parent, role(site, "public-access"), blocked, {
      transform: transforms.publicAccessBlock,
    }),
  );
  new aws.s3.BucketOwnershipControls(
    ...child(parent, role(site, "ownership"), owned, { transform: transforms.ownershipControls }),
  );
  // S3 refuses two changes of a bucket's access at the same time.
  return new aws.s3.BucketPolicy(
    ...child<aws.s3.BucketPolicyArgs>(
      parent,
      role(site, "policy"),
      { ...of, policy: policyOf(parent, spec) },
      { dependsOn: [access], transform: transforms.policy },
    ),
  ).bucket;
}

/** Only what services do names the account, so that other policies are whole in every preview. */
function policyOf(parent: Component, spec: BucketSpec): pulumi.Input<string> {
  const { name, cloudTrail, distribution } = spec;
  if (!cloudTrail && !distribution) return JSON.stringify(bucketPolicy(name));
  const { accountId } = aws.getCallerIdentityOutput({}, { parent });
  if (!cloudTrail) {
    return accountId.apply((readBy) => JSON.stringify(bucketPolicy(name, { readBy })));
  }
  const { region } = aws.getRegionOutput({}, { parent });
  return pulumi
    .all([accountId, region])
    .apply(([account, home]) =>
      JSON.stringify(bucketPolicy(name, { trail: { ...cloudTrail, account, region: home } })),
    );
}

/** Answers the ARN of the KMS key, if one is used. */
function declareEncryption(site: Site, of: Ready["of"]): Ready["keyArn"] {
  const { parent, spec, transforms } = site;
  const { algorithm } = spec.encryption;
  const kmsMasterKeyId = keyArnOf(site, spec.encryption);
  const args: aws.s3.BucketServerSideEncryptionConfigurationArgs = {
    ...of,
    rules: [
      {
        applyServerSideEncryptionByDefault: {
          sseAlgorithm: algorithm,
          ...(kmsMasterKeyId !== undefined && { kmsMasterKeyId }),
        },
        ...(algorithm === "aws:kms" && { bucketKeyEnabled: true }),
      },
    ],
  };
  new aws.s3.BucketServerSideEncryptionConfiguration(
    ...child(parent, role(site, "encryption"), args, { transform: transforms.encryption }),
  );
  return kmsMasterKeyId;
}

function keyArnOf(site: Site, encryption: EncryptionSpec): Ready["keyArn"] {
  if (encryption.algorithm === "AES256") return undefined;
  if ("kmsKeyId" in encryption) return encryption.kmsKeyId;
  const { parent, spec, transforms } = site;
  const args: aws.kms.KeyArgs = {
    ...regionOf(spec),
    description: `Objects of the bucket ${spec.name}`,
    enableKeyRotation: true,
    rotationPeriodInDays: encryption.rotationPeriodInDays,
    deletionWindowInDays: 30,
    tags: { ...spec.tags },
  };
  const opts = { ...stateful(spec), transform: transforms.key };
  return new aws.kms.Key(...child(parent, role(site, "key"), args, opts)).arn;
}

/** `Suspended` is what S3 takes on a bucket that had versions and on one that never had. */
function declareVersioning(site: Site, of: Ready["of"]): aws.s3.BucketVersioning {
  const status = site.spec.versioning ? "Enabled" : "Suspended";
  const args: aws.s3.BucketVersioningArgs = { ...of, versioningConfiguration: { status } };
  return new aws.s3.BucketVersioning(
    ...child(site.parent, role(site, "versioning"), args, {
      transform: site.transforms.versioning,
    }),
  );
}

function declareLifecycle(site: Site, of: Ready["of"], versioning: pulumi.Resource): void {
  const args: aws.s3.BucketLifecycleConfigurationArgs = {
    ...of,
    rules: [lifecycleRule(site.spec.lifecycle)],
  };
  new aws.s3.BucketLifecycleConfiguration(
    ...child(site.parent, role(site, "lifecycle"), args, {
      dependsOn: [versioning],
      transform: site.transforms.lifecycle,
    }),
  );
}

/** One rule for every object, or for all whose keys begin alike. */
function lifecycleRule(spec: LifecycleSpec): aws.types.input.s3.BucketLifecycleConfigurationRule {
  const { noncurrentDays, abortMultipartDays, expirationDays, transitions, prefix } = spec;
  return {
    id: "all",
    status: "Enabled",
    filter: prefix === undefined ? {} : { prefix },
    abortIncompleteMultipartUpload: { daysAfterInitiation: abortMultipartDays },
    noncurrentVersionExpiration: { noncurrentDays },
    ...(expirationDays !== undefined && { expiration: { days: expirationDays } }),
    ...(transitions.length > 0 && { transitions }),
  };
}

function declareObjectLock(site: Site, of: Ready["of"], versioning: pulumi.Resource): void {
  const { objectLock } = site.spec;
  if (!objectLock) return;
  const args: aws.s3.BucketObjectLockConfigurationArgs = {
    ...of,
    rule: { defaultRetention: { ...objectLock } },
  };
  new aws.s3.BucketObjectLockConfiguration(
    ...child(site.parent, role(site, "object-lock"), args, {
      dependsOn: [versioning],
      transform: site.transforms.objectLock,
    }),
  );
}

interface Pair {
  /** Name of the first bucket. */
  source: string;
  from: Ready;
  to: Ready;
}

function declareReplication(site: Site, replication: ReplicationSpec, pair: Pair): void {
  const { parent, transforms } = site;
  const { rolePolicy, role: copier } = declareReplicationRole(site, replication, pair);
  const args: aws.s3.BucketReplicationConfigArgs = {
    ...pair.from.of,
    role: copier.arn,
    rules: [replicationRule(replication, pair.to)],
  };
  new aws.s3.BucketReplicationConfig(
    ...child(parent, "replication", args, {
      dependsOn: [pair.from.versioning, pair.to.versioning, rolePolicy],
      transform: transforms.replication,
    }),
  );
}

function declareReplicationRole(
  { parent, spec, transforms }: Site,
  { roleName }: ReplicationSpec,
  { source, from, to }: Pair,
) {
  const roleArgs: aws.iam.RoleArgs = {
    name: roleName,
    description: `Lets S3 copy objects of ${source} to ${spec.name}`,
    assumeRolePolicy: JSON.stringify(replicationTrust(source)),
    tags: { ...spec.tags, Name: roleName },
  };
  const copier = new aws.iam.Role(
    ...child(parent, "replication-role", roleArgs, { transform: transforms.replicationRole }),
  );
  const rights = (keys?: ReplicationKeys) =>
    JSON.stringify(replicationRights(source, spec.name, keys));
  const policyArgs: aws.iam.RolePolicyArgs = {
    name: "replicate",
    role: copier.name,
    policy:
      from.keyArn !== undefined && to.keyArn !== undefined
        ? pulumi.output({ source: from.keyArn, destination: to.keyArn }).apply(rights)
        : rights(),
  };
  const rolePolicy = new aws.iam.RolePolicy(
    ...child(parent, "replication-role-policy", policyArgs, {
      transform: transforms.replicationRolePolicy,
    }),
  );
  return { role: copier, rolePolicy };
}

/** Every object, encrypted ones too. What is deleted here is not deleted there: a copy must outlive a mistake. */
function replicationRule(
  { timeControl, storageClass }: ReplicationSpec,
  { arn, keyArn }: Ready,
): aws.types.input.s3.BucketReplicationConfigRule {
  // The one time that S3 takes.
  const promised = { minutes: 15 };
  return {
    id: "all",
    status: "Enabled",
    priority: 1,
    filter: {},
    deleteMarkerReplication: { status: "Disabled" },
    ...(keyArn !== undefined && {
      sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } },
    }),
    destination: {
      bucket: arn,
      ...(storageClass !== undefined && { storageClass }),
      ...(keyArn !== undefined && { encryptionConfiguration: { replicaKmsKeyId: keyArn } }),
      ...(timeControl && {
        replicationTime: { status: "Enabled", time: promised },
        metrics: { status: "Enabled", eventThreshold: promised },
      }),
    },
  };
}

const role = ({ prefix }: Pick<Site, "prefix">, name: string): string =>
  [prefix, name].filter(Boolean).join("-");

function regionOf({ region }: BucketSpec): { region?: string } {
  return region === undefined ? {} : { region };
}

/** What must not be lost by a slip. */
function stateful({ protect, retainOnDelete }: BucketSpec): pulumi.CustomResourceOptions {
  return {
    ...(protect !== undefined && { protect }),
    ...(retainOnDelete !== undefined && { retainOnDelete }),
  };
}
