import * as pulumi from "@pulumi/pulumi";

export interface FunctionJwtArgs {
  /** Reference of the project: the `id` of a `supabase.Project`. A change replaces. */
  projectRef: pulumi.Input<string>;
  /** Slug of the function, which must exist. A change replaces. */
  slug: pulumi.Input<string>;
  /** False lets anybody call it. */
  verifyJwt: pulumi.Input<boolean>;
  /** What was deployed, such as a checksum of its files: with another one the check is set again. Not sent. */
  deployment?: pulumi.Input<string>;
}

/** Whether an edge function checks the caller's token. Deleting the resource turns the check on again. */
export class FunctionJwt extends pulumi.CustomResource {
  static readonly __pulumiType = "supabase-admin:index/functionJwt:FunctionJwt";

  declare readonly projectRef: pulumi.Output<string>;
  declare readonly slug: pulumi.Output<string>;
  declare readonly verifyJwt: pulumi.Output<boolean>;
  declare readonly deployment: pulumi.Output<string | undefined>;

  constructor(name: string, args: FunctionJwtArgs, opts?: pulumi.CustomResourceOptions) {
    super(FunctionJwt.__pulumiType, name, args, opts);
  }
}
