import * as pulumi from "@pulumi/pulumi";

export interface ReadReplicaArgs {
  /** Reference of the project: the `id` of a `supabase.Project`. A change replaces. */
  projectRef: pulumi.Input<string>;
  /** Such as `eu-west-1`. A change replaces. */
  region: pulumi.Input<string>;
}

/** A read replica, one for each region. Needs point-in-time recovery and at least Small compute. */
export class ReadReplica extends pulumi.CustomResource {
  static readonly __pulumiType = "supabase-admin:index/readReplica:ReadReplica";

  declare readonly projectRef: pulumi.Output<string>;
  declare readonly region: pulumi.Output<string>;
  /** The API's name of the replica. */
  declare readonly identifier: pulumi.Output<string>;
  /** URL with `[YOUR-PASSWORD]` where the password goes. */
  declare readonly connectionString: pulumi.Output<string>;

  constructor(name: string, args: ReadReplicaArgs, opts?: pulumi.CustomResourceOptions) {
    super(
      ReadReplica.__pulumiType,
      name,
      { ...args, identifier: undefined, connectionString: undefined },
      opts,
    );
  }
}
