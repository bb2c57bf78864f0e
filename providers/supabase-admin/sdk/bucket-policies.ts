import * as pulumi from "@pulumi/pulumi";

/** One row policy. */
export interface BucketPolicy {
  /** As Postgres has it. */
  name: string;
  /** The statement that makes it. */
  create: string;
  /** The statement that removes it if it is there: `drop policy if exists …`. */
  drop: string;
}

export interface BucketPoliciesArgs {
  /** Reference of the project: the `id` of a `supabase.Project`. A change replaces. */
  projectRef: pulumi.Input<string>;
  /** Name of the bucket. A change replaces. */
  bucket: pulumi.Input<string>;
  /** At least one. */
  policies: pulumi.Input<BucketPolicy[]>;
}

/** Row policies on `storage.objects` for one bucket, all in one transaction. */
export class BucketPolicies extends pulumi.CustomResource {
  static readonly __pulumiType = "supabase-admin:index/bucketPolicies:BucketPolicies";

  declare readonly projectRef: pulumi.Output<string>;
  declare readonly bucket: pulumi.Output<string>;
  declare readonly policies: pulumi.Output<BucketPolicy[]>;

  constructor(name: string, args: BucketPoliciesArgs, opts?: pulumi.CustomResourceOptions) {
    super(BucketPolicies.__pulumiType, name, args, opts);
  }
}
