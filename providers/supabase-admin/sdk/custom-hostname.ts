import * as pulumi from "@pulumi/pulumi";

export interface CustomHostnameArgs {
  /** Reference of the project: the `id` of a `supabase.Project`. A change replaces. */
  projectRef: pulumi.Input<string>;
  /** Such as `api.example.com`. A change replaces. */
  hostname: pulumi.Input<string>;
  /** Verifies DNS and moves the project to the hostname. Default: false. */
  activate?: pulumi.Input<boolean>;
}

/** A hostname of one's own for the project's API, with the billed add-on that it needs. */
export class CustomHostname extends pulumi.CustomResource {
  static readonly __pulumiType = "supabase-admin:index/customHostname:CustomHostname";

  declare readonly projectRef: pulumi.Output<string>;
  declare readonly hostname: pulumi.Output<string>;
  declare readonly activate: pulumi.Output<boolean | undefined>;
  /** `1_not_started` to `5_services_reconfigured`. */
  declare readonly status: pulumi.Output<string>;
  /** DNS record that proves whose the hostname is: `{ type, name, value }`. */
  declare readonly verification: pulumi.Output<Record<string, string>>;

  constructor(name: string, args: CustomHostnameArgs, opts?: pulumi.CustomResourceOptions) {
    super(
      CustomHostname.__pulumiType,
      name,
      { ...args, status: undefined, verification: undefined },
      opts,
    );
  }
}
