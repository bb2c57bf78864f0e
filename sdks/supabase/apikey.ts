import * as pulumi from "@pulumi/pulumi";
import type { input as inputs, output as outputs } from "./types";
import * as utilities from "./utilities";

/** A secret API key of a project, with the role `service_role`. */
export class Apikey extends utilities.SupabaseResource {
  /** @internal */
  public static readonly __pulumiType = "supabase:index/apikey:Apikey";

  /** Looks up an existing `Apikey` by its provider id. */
  public static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    state?: ApikeyState,
    opts?: pulumi.CustomResourceOptions,
  ): Apikey {
    return new Apikey(name, state as unknown as ApikeyArgs, { ...opts, id });
  }

  /** True for a `Apikey`, also one made by another copy of this package. */
  public static override isInstance(obj: any): obj is Apikey {
    return utilities.isResource(obj, Apikey.__pulumiType);
  }

  /** The key. Secret. */
  declare public readonly apiKey: pulumi.Output<string>;
  /** What the key is for. The provider sends it on update only, not on create. */
  declare public readonly description: pulumi.Output<string | undefined>;
  /** 4 to 64 characters of `[a-z0-9_]`, no digit first. Always set it: the automatic name holds a hyphen, which the API refuses. */
  declare public readonly name: pulumi.Output<string>;
  /** Ref of the project. Cannot be changed: use `replaceOnChanges`. */
  declare public readonly projectRef: pulumi.Output<string>;
  /** What the key's requests are signed with. */
  declare public readonly secretJwtTemplate: pulumi.Output<outputs.ApikeySecretJwtTemplate>;
  /** Always `secret`. */
  declare public readonly type: pulumi.Output<string>;

  constructor(name: string, args: ApikeyArgs, opts?: pulumi.CustomResourceOptions) {
    super(shape, name, args, opts);
  }
}

const shape: utilities.ResourceShape = {
  token: Apikey.__pulumiType,
  inputs: { description: false, name: false, projectRef: true },
  outputs: ["apiKey", "secretJwtTemplate", "type"],
  secretOutputs: ["apiKey"],
};

/** What a lookup of a `Apikey` may be narrowed with. */
export interface ApikeyState {
  /** The key. Secret. */
  apiKey?: pulumi.Input<string | undefined>;
  /** What the key is for. The provider sends it on update only, not on create. */
  description?: pulumi.Input<string | undefined>;
  /** 4 to 64 characters of `[a-z0-9_]`, no digit first. Always set it: the automatic name holds a hyphen, which the API refuses. */
  name?: pulumi.Input<string | undefined>;
  /** Ref of the project. Cannot be changed: use `replaceOnChanges`. */
  projectRef?: pulumi.Input<string | undefined>;
  /** What the key's requests are signed with. */
  secretJwtTemplate?: pulumi.Input<inputs.ApikeySecretJwtTemplate | undefined>;
  /** Always `secret`. */
  type?: pulumi.Input<string | undefined>;
}

/** The inputs of a `Apikey`. */
export interface ApikeyArgs {
  /** What the key is for. The provider sends it on update only, not on create. */
  description?: pulumi.Input<string | undefined>;
  /** 4 to 64 characters of `[a-z0-9_]`, no digit first. Always set it: the automatic name holds a hyphen, which the API refuses. */
  name?: pulumi.Input<string | undefined>;
  /** Ref of the project. Cannot be changed: use `replaceOnChanges`. */
  projectRef: pulumi.Input<string>;
}
