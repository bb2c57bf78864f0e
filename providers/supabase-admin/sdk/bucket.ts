import * as pulumi from "@pulumi/pulumi";

export interface BucketArgs {
  /** Reference of the project: the `id` of a `supabase.Project`. A change replaces. */
  projectRef: pulumi.Input<string>;
  /** 1 to 100 characters, no slash. A change replaces. */
  name: pulumi.Input<string>;
  /** Anybody may read every object by its URL. Default: false. */
  public?: pulumi.Input<boolean>;
  /** Bytes of one object. Default: the project's limit. */
  fileSizeLimit?: pulumi.Input<number>;
  /** Such as `image/png`. Default: any. */
  allowedMimeTypes?: pulumi.Input<pulumi.Input<string>[]>;
}

/** A bucket of the project's Storage. Deleting one that is not empty is refused. */
export class Bucket extends pulumi.CustomResource {
  static readonly __pulumiType = "supabase-admin:index/bucket:Bucket";

  declare readonly projectRef: pulumi.Output<string>;
  declare readonly name: pulumi.Output<string>;
  declare readonly public: pulumi.Output<boolean | undefined>;
  declare readonly fileSizeLimit: pulumi.Output<number | undefined>;
  declare readonly allowedMimeTypes: pulumi.Output<string[] | undefined>;

  constructor(name: string, args: BucketArgs, opts?: pulumi.CustomResourceOptions) {
    super(Bucket.__pulumiType, name, args, opts);
  }
}
