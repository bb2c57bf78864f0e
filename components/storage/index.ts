import type * as pulumi from "@pulumi/pulumi";
import { tokens } from "../../core/tokens";
import { Component, refuse } from "../component";
import type { S3BucketSettings } from "./args";
import { declareOnS3, type S3Transforms } from "./aws";
import { bucketProblems } from "./problems";
import { bucketSpec, replicationSpec } from "./spec";

export * from "./args";

export interface StorageBucketArgs extends S3BucketSettings {
  /** The last word on each child, for inputs and options of the provider that have no arg here. */
  transform?: S3Transforms | undefined;
}

/**
 * One private bucket: encrypted, versioned, closed to the public and reached by TLS only; locked where it holds backups
 * or audit trails, and copied to another region where losing it is not an option.
 *
 * @example
 * new StorageBucket("storage-assets", { vendor: "s3", name: "velocity-assets-dev", purpose: "assets" });
 *
 * @example
 * new StorageBucket("storage-backups", {
 *   vendor: "s3",
 *   name: "velocity-backups-prod",
 *   purpose: "backup",
 *   region: "ca-central-1",
 *   encryption: { algorithm: "aws:kms", rotationPeriodInDays: 180 },
 *   objectLock: { mode: "COMPLIANCE", days: 35 },
 *   lifecycle: { transitions: [{ days: 30, storageClass: "GLACIER_IR" }], expirationDays: 400 },
 *   replication: { name: "velocity-backups-prod-copy", region: "ca-west-1" },
 *   protect: true,
 * });
 */
export class StorageBucket extends Component {
  /** Name of the bucket. */
  readonly bucketName: pulumi.Output<string>;
  /** ARN of the bucket. */
  readonly arn: pulumi.Output<string>;

  constructor(
    name: string,
    { transform = {}, ...args }: StorageBucketArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    refuse(name, bucketProblems(args));
    super(tokens.storageBucket, name, { ...args }, opts);
    const replication = args.replication && replicationSpec(args, args.replication);
    const declared = declareOnS3(this, bucketSpec(args), replication, transform);
    this.bucketName = declared.bucketName;
    this.arn = declared.arn;
    this.registerOutputs({ bucketName: this.bucketName, arn: this.arn });
  }
}
