import type * as pulumi from "@pulumi/pulumi";
import { tokens } from "../../core/tokens";
import type { Problem } from "../../core/errors";
import { Component, refuse } from "../component";
import type { S3BucketSettings, SupabaseBucketSettings } from "./args";
import { declareOnS3 } from "./aws";
import type { S3Transforms } from "./aws-site";
import { distributionProblems } from "./distribution-problems";
import { bucketProblems, supabaseProblems } from "./problems";
import { type BucketSpec, bucketSpec, replicationSpec } from "./spec";
import { declareOnSupabase, type SupabaseTransforms } from "./supabase";

export * from "./args";

export interface S3BucketArgs extends S3BucketSettings {
  /**
   * Tags of the buckets, their keys and the role that copies, beside `Name` and `Purpose`.
   * @default none
   */
  tags?: Record<string, string> | undefined;
  /** Id of the zone that answers for `distribution.host`. */
  zoneId?: pulumi.Input<string> | undefined;
  /** The last word on each child, for inputs and options of the provider that have no arg here. */
  transform?: S3Transforms | undefined;
}

export interface SupabaseBucketArgs extends SupabaseBucketSettings {
  /** Ref of the Supabase project. */
  projectRef: pulumi.Input<string>;
  /** The last word on each child. */
  transform?: SupabaseTransforms | undefined;
}

export type StorageBucketArgs = S3BucketArgs | SupabaseBucketArgs;

/**
 * One private bucket, of S3 or of a Supabase project. On S3: encrypted, versioned, closed to the public and reached by TLS
 * only; locked where it holds backups or audit trails, and copied to another region where losing it is not an option. On
 * Supabase: row policies let each user reach the folder with their own id, and nobody else.
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
 *
 * @example
 * new StorageBucket("storage-assets", {
 *   vendor: "s3",
 *   name: "velocity-assets-prod",
 *   purpose: "assets",
 *   distribution: { host: "assets.velocity-platform.com" },
 *   zoneId: dns.zoneId,
 * });
 *
 * @example
 * new StorageBucket("storage-projects", {
 *   vendor: "supabase",
 *   projectRef: database.projectRef,
 *   name: "projects",
 *   fileSizeLimit: 52_428_800,
 * });
 */
export class StorageBucket extends Component {
  /** Name of the bucket. */
  readonly bucketName: pulumi.Output<string>;
  /** ARN of the bucket; undefined on Supabase. */
  readonly arn: pulumi.Output<string> | undefined;
  /** The name again, known once the bucket's policy stands: for whoever writes by that policy. Undefined on Supabase. */
  readonly openBucketName: pulumi.Output<string> | undefined;

  constructor(name: string, allArgs: StorageBucketArgs, opts?: pulumi.ComponentResourceOptions) {
    refuse(name, problemsOf(allArgs));
    super(tokens.storageBucket, name, { ...allArgs, transform: undefined }, opts);
    const { bucketName, arn, openBucketName } =
      allArgs.vendor === "s3" ? onS3(this, allArgs) : onSupabase(this, allArgs);
    this.bucketName = bucketName;
    this.arn = arn;
    this.openBucketName = openBucketName;
    this.registerOutputs({ bucketName, arn });
  }
}

function problemsOf(args: StorageBucketArgs): Problem[] {
  if (args.vendor === "supabase") return supabaseProblems(args);
  return [...bucketProblems(args), ...distributionProblems(args, args.zoneId !== undefined)];
}

interface Declared {
  bucketName: pulumi.Output<string>;
  arn?: pulumi.Output<string>;
  openBucketName?: pulumi.Output<string>;
}

function onS3(
  parent: Component,
  { transform: transforms = {}, tags = {}, zoneId, ...args }: S3BucketArgs,
): Declared {
  const tagged = (spec: BucketSpec) => ({ ...spec, tags: { ...tags, ...spec.tags } });
  const copy = args.replication && replicationSpec(args, args.replication);
  const replication = copy && { ...copy, bucket: tagged(copy.bucket) };
  return declareOnS3(parent, tagged(bucketSpec(args)), { replication, zoneId, transforms });
}

function onSupabase(
  parent: Component,
  { transform = {}, projectRef, ...args }: SupabaseBucketArgs,
): Declared {
  return { bucketName: declareOnSupabase(parent, projectRef, args, transform) };
}
