import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { Component, Transform } from "../component";
import type { DistributionTransforms } from "./aws-distribution";
import type { BucketSpec } from "./spec";

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
