import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { child, type Component } from "../component";
import { declareDistribution } from "./aws-distribution";
import { declareReplication } from "./aws-replication";
import type { DeclaredBucket, Ready, S3Transforms, Site } from "./aws-site";
import { bucketPolicy } from "./documents";
import type { BucketSpec, EncryptionSpec, LifecycleSpec, ReplicationSpec } from "./spec";

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
