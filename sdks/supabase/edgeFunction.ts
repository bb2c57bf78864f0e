import * as pulumi from "@pulumi/pulumi";
import * as utilities from "./utilities";

/** An edge function, deployed from files on the machine that runs the program. */
export class EdgeFunction extends utilities.SupabaseResource {
  /** @internal */
  public static readonly __pulumiType = "supabase:index/edgeFunction:EdgeFunction";

  /** Looks up an existing `EdgeFunction` by its provider id. */
  public static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    state?: EdgeFunctionState,
    opts?: pulumi.CustomResourceOptions,
  ): EdgeFunction {
    return new EdgeFunction(name, state as unknown as EdgeFunctionArgs, { ...opts, id });
  }

  /** True for a `EdgeFunction`, also one made by another copy of this package. */
  public static override isInstance(obj: any): obj is EdgeFunction {
    return utilities.isResource(obj, EdgeFunction.__pulumiType);
  }

  /** Checksum of the deployed bundle. */
  declare public readonly checksum: pulumi.Output<string>;
  /** Milliseconds since 1970. */
  declare public readonly createdAt: pulumi.Output<number>;
  /** Path of the entry file, relative to the Pulumi project. */
  declare public readonly entrypoint: pulumi.Output<string>;
  /** Path of the import map. */
  declare public readonly importMap: pulumi.Output<string | undefined>;
  /** Checksum of the files here; a change deploys anew. */
  declare public readonly localChecksum: pulumi.Output<string>;
  /** Name shown in the dashboard. Default: a name made from the resource's. */
  declare public readonly name: pulumi.Output<string>;
  /** Ref of the project. A change replaces the function. */
  declare public readonly projectRef: pulumi.Output<string>;
  /** Name in the function's URL. A change replaces the function. */
  declare public readonly slug: pulumi.Output<string>;
  /** Globs of files to bundle with it. */
  declare public readonly staticFiles: pulumi.Output<string[] | undefined>;
  /** Such as `ACTIVE`. */
  declare public readonly status: pulumi.Output<string>;
  /** Milliseconds since 1970. */
  declare public readonly updatedAt: pulumi.Output<number>;
  /** Counts deployments. */
  declare public readonly version: pulumi.Output<number>;

  constructor(name: string, args: EdgeFunctionArgs, opts?: pulumi.CustomResourceOptions) {
    super(shape, name, args, opts);
  }
}

const shape: utilities.ResourceShape = {
  token: EdgeFunction.__pulumiType,
  inputs: {
    entrypoint: true,
    importMap: false,
    name: false,
    projectRef: true,
    slug: true,
    staticFiles: false,
  },
  outputs: ["checksum", "createdAt", "localChecksum", "status", "updatedAt", "version"],
};

/** What a lookup of a `EdgeFunction` may be narrowed with. */
export interface EdgeFunctionState {
  /** Checksum of the deployed bundle. */
  checksum?: pulumi.Input<string | undefined>;
  /** Milliseconds since 1970. */
  createdAt?: pulumi.Input<number | undefined>;
  /** Path of the entry file, relative to the Pulumi project. */
  entrypoint?: pulumi.Input<string | undefined>;
  /** Path of the import map. */
  importMap?: pulumi.Input<string | undefined>;
  /** Checksum of the files here; a change deploys anew. */
  localChecksum?: pulumi.Input<string | undefined>;
  /** Name shown in the dashboard. Default: a name made from the resource's. */
  name?: pulumi.Input<string | undefined>;
  /** Ref of the project. A change replaces the function. */
  projectRef?: pulumi.Input<string | undefined>;
  /** Name in the function's URL. A change replaces the function. */
  slug?: pulumi.Input<string | undefined>;
  /** Globs of files to bundle with it. */
  staticFiles?: pulumi.Input<pulumi.Input<string>[] | undefined>;
  /** Such as `ACTIVE`. */
  status?: pulumi.Input<string | undefined>;
  /** Milliseconds since 1970. */
  updatedAt?: pulumi.Input<number | undefined>;
  /** Counts deployments. */
  version?: pulumi.Input<number | undefined>;
}

/** The inputs of a `EdgeFunction`. */
export interface EdgeFunctionArgs {
  /** Path of the entry file, relative to the Pulumi project. */
  entrypoint: pulumi.Input<string>;
  /** Path of the import map. */
  importMap?: pulumi.Input<string | undefined>;
  /** Name shown in the dashboard. Default: a name made from the resource's. */
  name?: pulumi.Input<string | undefined>;
  /** Ref of the project. A change replaces the function. */
  projectRef: pulumi.Input<string>;
  /** Name in the function's URL. A change replaces the function. */
  slug: pulumi.Input<string>;
  /** Globs of files to bundle with it. */
  staticFiles?: pulumi.Input<pulumi.Input<string>[] | undefined>;
}
