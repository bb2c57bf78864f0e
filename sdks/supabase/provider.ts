import * as pulumi from "@pulumi/pulumi";
import * as utilities from "./utilities";

/** An explicit provider, for a program that talks to Supabase as more than one account. */
export class Provider extends pulumi.ProviderResource {
  /** @internal */
  public static readonly __pulumiType = "supabase";

  /** True for a `Provider`, also one made by another copy of this package. */
  public static override isInstance(obj: any): obj is Provider {
    return utilities.isResource(obj, `pulumi:providers:${Provider.__pulumiType}`);
  }

  /** Personal access token. Secret. */
  declare public readonly accessToken: pulumi.Output<string | undefined>;
  /** Management API that is asked. */
  declare public readonly endpoint: pulumi.Output<string | undefined>;

  constructor(name: string, args?: ProviderArgs, opts?: pulumi.ResourceOptions) {
    const inputs = {
      accessToken: args?.accessToken ? pulumi.secret(args.accessToken) : undefined,
      endpoint: args?.endpoint,
    };
    const merged = pulumi.mergeOptions(utilities.resourceOptsDefaults(), opts ?? {});
    const secret = { additionalSecretOutputs: ["accessToken"] };
    super(
      Provider.__pulumiType,
      name,
      inputs,
      pulumi.mergeOptions(merged, secret),
      false,
      utilities.getPackage(),
    );
  }

  /** The provider's configuration under its Terraform names, for the Terraform module provider. */
  terraformConfig(): pulumi.Output<Provider.TerraformConfigResult> {
    return pulumi.runtime.call(
      "pulumi:providers:supabase/terraformConfig",
      { __self__: this },
      this,
      utilities.getPackage(),
    );
  }
}

/** The inputs of a `Provider`. */
export interface ProviderArgs {
  /** Personal access token (`sbp_…`). Default: `SUPABASE_ACCESS_TOKEN`. */
  accessToken?: pulumi.Input<string | undefined>;
  /** Management API. Default: `SUPABASE_API_ENDPOINT`, then `https://api.supabase.com`. */
  endpoint?: pulumi.Input<string | undefined>;
}

export namespace Provider {
  /** What `terraformConfig` answers. */
  export interface TerraformConfigResult {
    readonly result: { [key: string]: any };
  }
}
