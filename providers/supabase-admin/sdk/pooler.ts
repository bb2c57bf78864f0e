import * as pulumi from "@pulumi/pulumi";

export interface PoolerArgs {
  /** Reference of the project: the `id` of a `supabase.Project`. A change replaces. */
  projectRef: pulumi.Input<string>;
  /** Connections for each user and database pair, 0 to 3000. Default: by the compute size. */
  defaultPoolSize?: pulumi.Input<number>;
  /** When a connection goes back to the pool. */
  poolMode?: pulumi.Input<"transaction" | "session">;
}

/** Connection pooler of a project's primary database. Stays as it is when the resource is deleted. */
export class Pooler extends pulumi.CustomResource {
  static readonly __pulumiType = "supabase-admin:index/pooler:Pooler";

  declare readonly projectRef: pulumi.Output<string>;
  declare readonly defaultPoolSize: pulumi.Output<number | undefined>;
  declare readonly poolMode: pulumi.Output<"transaction" | "session" | undefined>;
  /** Most clients that may be connected. */
  declare readonly maxClientConn: pulumi.Output<number>;
  /** URL with `[YOUR-PASSWORD]` where the password goes. */
  declare readonly connectionString: pulumi.Output<string>;

  constructor(name: string, args: PoolerArgs, opts?: pulumi.CustomResourceOptions) {
    super(
      Pooler.__pulumiType,
      name,
      { ...args, maxClientConn: undefined, connectionString: undefined },
      opts,
    );
  }
}
