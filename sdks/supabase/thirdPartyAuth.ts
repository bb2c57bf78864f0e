import * as pulumi from "@pulumi/pulumi";
import type { input as inputs, output as outputs } from "./types";
import * as utilities from "./utilities";

/** Trust in tokens of another identity provider. Exactly one of the three sources is given. */
export class ThirdPartyAuth extends utilities.SupabaseResource {
  /** @internal */
  public static readonly __pulumiType = "supabase:index/thirdPartyAuth:ThirdPartyAuth";

  /** Looks up an existing `ThirdPartyAuth` by its provider id. */
  public static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    state?: ThirdPartyAuthState,
    opts?: pulumi.CustomResourceOptions,
  ): ThirdPartyAuth {
    return new ThirdPartyAuth(name, state as unknown as ThirdPartyAuthArgs, { ...opts, id });
  }

  /** True for a `ThirdPartyAuth`, also one made by another copy of this package. */
  public static override isInstance(obj: any): obj is ThirdPartyAuth {
    return utilities.isResource(obj, ThirdPartyAuth.__pulumiType);
  }

  /** Public keys as JSON (JWKS). A change replaces the resource. */
  declare public readonly customJwks: pulumi.Output<string | undefined>;
  /** RFC 3339 time. */
  declare public readonly insertedAt: pulumi.Output<string>;
  /** Where the public keys are. A change replaces the resource. */
  declare public readonly jwksUrl: pulumi.Output<string | undefined>;
  /** OpenID Connect issuer. A change replaces the resource. */
  declare public readonly oidcIssuerUrl: pulumi.Output<string | undefined>;
  /** Ref of the project. A change replaces the resource. */
  declare public readonly projectRef: pulumi.Output<string>;
  /** RFC 3339 time. */
  declare public readonly resolvedAt: pulumi.Output<string>;
  /** The keys found, as JSON. */
  declare public readonly resolvedJwks: pulumi.Output<string>;
  /** How long to wait for the issuer's keys. */
  declare public readonly timeouts: pulumi.Output<outputs.ThirdPartyAuthTimeouts | undefined>;
  /** Which of the three sources it is. */
  declare public readonly type: pulumi.Output<string>;
  /** RFC 3339 time. */
  declare public readonly updatedAt: pulumi.Output<string>;

  constructor(name: string, args: ThirdPartyAuthArgs, opts?: pulumi.CustomResourceOptions) {
    super(shape, name, args, opts);
  }
}

const shape: utilities.ResourceShape = {
  token: ThirdPartyAuth.__pulumiType,
  inputs: {
    customJwks: false,
    jwksUrl: false,
    oidcIssuerUrl: false,
    projectRef: true,
    timeouts: false,
  },
  outputs: ["insertedAt", "resolvedAt", "resolvedJwks", "type", "updatedAt"],
};

/** What a lookup of a `ThirdPartyAuth` may be narrowed with. */
export interface ThirdPartyAuthState {
  /** Public keys as JSON (JWKS). A change replaces the resource. */
  customJwks?: pulumi.Input<string | undefined>;
  /** RFC 3339 time. */
  insertedAt?: pulumi.Input<string | undefined>;
  /** Where the public keys are. A change replaces the resource. */
  jwksUrl?: pulumi.Input<string | undefined>;
  /** OpenID Connect issuer. A change replaces the resource. */
  oidcIssuerUrl?: pulumi.Input<string | undefined>;
  /** Ref of the project. A change replaces the resource. */
  projectRef?: pulumi.Input<string | undefined>;
  /** RFC 3339 time. */
  resolvedAt?: pulumi.Input<string | undefined>;
  /** The keys found, as JSON. */
  resolvedJwks?: pulumi.Input<string | undefined>;
  /** How long to wait for the issuer's keys. */
  timeouts?: pulumi.Input<inputs.ThirdPartyAuthTimeouts | undefined>;
  /** Which of the three sources it is. */
  type?: pulumi.Input<string | undefined>;
  /** RFC 3339 time. */
  updatedAt?: pulumi.Input<string | undefined>;
}

/** The inputs of a `ThirdPartyAuth`. */
export interface ThirdPartyAuthArgs {
  /** Public keys as JSON (JWKS). A change replaces the resource. */
  customJwks?: pulumi.Input<string | undefined>;
  /** Where the public keys are. A change replaces the resource. */
  jwksUrl?: pulumi.Input<string | undefined>;
  /** OpenID Connect issuer. A change replaces the resource. */
  oidcIssuerUrl?: pulumi.Input<string | undefined>;
  /** Ref of the project. A change replaces the resource. */
  projectRef: pulumi.Input<string>;
  /** How long to wait for the issuer's keys. */
  timeouts?: pulumi.Input<inputs.ThirdPartyAuthTimeouts | undefined>;
}
