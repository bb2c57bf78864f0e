import * as pulumi from "@pulumi/pulumi";

export interface PitrAddonArgs {
  /** Reference of the project: the `id` of a `supabase.Project`. A change replaces. */
  projectRef: pulumi.Input<string>;
  /** How many days back. */
  variant: pulumi.Input<"pitr_7" | "pitr_14" | "pitr_28">;
}

/** Point-in-time recovery, billed for each project. Needs a paid plan and at least Small compute. */
export class PitrAddon extends pulumi.CustomResource {
  static readonly __pulumiType = "supabase-admin:index/pitrAddon:PitrAddon";

  declare readonly projectRef: pulumi.Output<string>;
  declare readonly variant: pulumi.Output<"pitr_7" | "pitr_14" | "pitr_28">;

  constructor(name: string, args: PitrAddonArgs, opts?: pulumi.CustomResourceOptions) {
    super(PitrAddon.__pulumiType, name, args, opts);
  }
}
