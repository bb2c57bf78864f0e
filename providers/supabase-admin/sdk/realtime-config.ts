import * as pulumi from "@pulumi/pulumi";

export interface RealtimeConfigArgs {
  /** Reference of the project: the `id` of a `supabase.Project`. A change replaces. */
  projectRef: pulumi.Input<string>;
  /** Only channels with row policies. */
  privateOnly?: pulumi.Input<boolean>;
  /** Connections to the database, 1 to 100. */
  connectionPool?: pulumi.Input<number>;
  /** Clients connected at once, 1 to 50,000. */
  maxConcurrentUsers?: pulumi.Input<number>;
  /** Messages a second, all clients together. */
  maxEventsPerSecond?: pulumi.Input<number>;
  /** Bytes a second, all clients together. */
  maxBytesPerSecond?: pulumi.Input<number>;
  /** Channels that one client may be in. */
  maxChannelsPerClient?: pulumi.Input<number>;
  /** Joins a second. */
  maxJoinsPerSecond?: pulumi.Input<number>;
  /** Presence messages a second. */
  maxPresenceEventsPerSecond?: pulumi.Input<number>;
  /** Size of one message, in kB. */
  maxPayloadSizeInKb?: pulumi.Input<number>;
  /** Whether clients may track presence. */
  presenceEnabled?: pulumi.Input<boolean>;
  /** Turns Realtime off. */
  suspend?: pulumi.Input<boolean>;
}

/** Limits of the Realtime service. Stays as it is when the resource is deleted. */
export class RealtimeConfig extends pulumi.CustomResource {
  static readonly __pulumiType = "supabase-admin:index/realtimeConfig:RealtimeConfig";

  declare readonly projectRef: pulumi.Output<string>;
  declare readonly privateOnly: pulumi.Output<boolean | undefined>;
  declare readonly connectionPool: pulumi.Output<number | undefined>;
  declare readonly maxConcurrentUsers: pulumi.Output<number | undefined>;
  declare readonly maxEventsPerSecond: pulumi.Output<number | undefined>;
  declare readonly maxBytesPerSecond: pulumi.Output<number | undefined>;
  declare readonly maxChannelsPerClient: pulumi.Output<number | undefined>;
  declare readonly maxJoinsPerSecond: pulumi.Output<number | undefined>;
  declare readonly maxPresenceEventsPerSecond: pulumi.Output<number | undefined>;
  declare readonly maxPayloadSizeInKb: pulumi.Output<number | undefined>;
  declare readonly presenceEnabled: pulumi.Output<boolean | undefined>;
  declare readonly suspend: pulumi.Output<boolean | undefined>;

  constructor(name: string, args: RealtimeConfigArgs, opts?: pulumi.CustomResourceOptions) {
    super(RealtimeConfig.__pulumiType, name, args, opts);
  }
}
