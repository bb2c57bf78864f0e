import * as pulumi from "@pulumi/pulumi";
import type { input as inputs, output as outputs } from "./types";
import * as utilities from "./utilities";

/** The secrets of a project's edge functions: one resource for all of them. */
export class EdgeFunctionSecrets extends utilities.SupabaseResource {
  /** @internal */
  public static readonly __pulumiType = "supabase:index/edgeFunctionSecrets:EdgeFunctionSecrets";

  /** Looks up an existing `EdgeFunctionSecrets` by its provider id. */
  public static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    state?: EdgeFunctionSecretsState,
    opts?: pulumi.CustomResourceOptions,
  ): EdgeFunctionSecrets {
    return new EdgeFunctionSecrets(name, state as unknown as EdgeFunctionSecretsArgs, {
      ...opts,
      id,
    });
  }

  /** True for a `EdgeFunctionSecrets`, also one made by another copy of this package. */
  public static override isInstance(obj: any): obj is EdgeFunctionSecrets {
    return utilities.isResource(obj, EdgeFunctionSecrets.__pulumiType);
  }

  /** Ref of the project. A change replaces the resource. */
  declare public readonly projectRef: pulumi.Output<string>;
  /** SHA-256 of each value by name. */
  declare public readonly secretDigests: pulumi.Output<{ [key: string]: string }>;
  /** Names and values. Not marked secret here: pass `pulumi.secret(…)`. */
  declare public readonly secrets: pulumi.Output<outputs.EdgeFunctionSecretsSecret[]>;

  constructor(name: string, args: EdgeFunctionSecretsArgs, opts?: pulumi.CustomResourceOptions) {
    super(shape, name, args, opts);
  }
}

const shape: utilities.ResourceShape = {
  token: EdgeFunctionSecrets.__pulumiType,
  inputs: { projectRef: true, secrets: true },
  outputs: ["secretDigests"],
};

/** What a lookup of a `EdgeFunctionSecrets` may be narrowed with. */
export interface EdgeFunctionSecretsState {
  /** Ref of the project. A change replaces the resource. */
  projectRef?: pulumi.Input<string | undefined>;
  /** SHA-256 of each value by name. */
  secretDigests?: pulumi.Input<{ [key: string]: pulumi.Input<string> } | undefined>;
  /** Names and values. Not marked secret here: pass `pulumi.secret(…)`. */
  secrets?: pulumi.Input<pulumi.Input<inputs.EdgeFunctionSecretsSecret>[] | undefined>;
}

/** The inputs of a `EdgeFunctionSecrets`. */
export interface EdgeFunctionSecretsArgs {
  /** Ref of the project. A change replaces the resource. */
  projectRef: pulumi.Input<string>;
  /** Names and values. Not marked secret here: pass `pulumi.secret(…)`. */
  secrets: pulumi.Input<pulumi.Input<inputs.EdgeFunctionSecretsSecret>[]>;
}
