import * as pulumi from "@pulumi/pulumi";
import type { input as inputs, output as outputs } from "./types";
import * as utilities from "./utilities";

/** A Supabase project: Postgres, Auth, Storage, Realtime and Edge Functions. Deleting it deletes its backups. */
export class Project extends utilities.SupabaseResource {
  /** @internal */
  public static readonly __pulumiType = "supabase:index/project:Project";

  /** Looks up an existing `Project` by its provider id. */
  public static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    state?: ProjectState,
    opts?: pulumi.CustomResourceOptions,
  ): Project {
    return new Project(name, state as unknown as ProjectArgs, { ...opts, id });
  }

  /** True for a `Project`, also one made by another copy of this package. */
  public static override isInstance(obj: any): obj is Project {
    return utilities.isResource(obj, Project.__pulumiType);
  }

  /** Password of the `postgres` user. Secret; a change is made in place. */
  declare public readonly databasePassword: pulumi.Output<string>;
  /** Compute size, `micro` and up. Leave it out on the Free plan. A change restarts the database. */
  declare public readonly instanceSize: pulumi.Output<string>;
  /** @deprecated Deprecated */
  declare public readonly legacyApiKeysEnabled: pulumi.Output<boolean>;
  /** Name of the project. Default: a name made from the resource's. */
  declare public readonly name: pulumi.Output<string>;
  /** Slug of the organization. Cannot be changed. */
  declare public readonly organizationId: pulumi.Output<string>;
  /** Region, such as `eu-central-1`. Cannot be changed. */
  declare public readonly region: pulumi.Output<string>;
  /** How long to wait for the project. */
  declare public readonly timeouts: pulumi.Output<outputs.ProjectTimeouts | undefined>;

  constructor(name: string, args: ProjectArgs, opts?: pulumi.CustomResourceOptions) {
    super(shape, name, args, opts);
  }
}

const shape: utilities.ResourceShape = {
  token: Project.__pulumiType,
  inputs: {
    databasePassword: true,
    instanceSize: false,
    legacyApiKeysEnabled: false,
    name: false,
    organizationId: true,
    region: true,
    timeouts: false,
  },
  secretInputs: ["databasePassword"],
  secretOutputs: ["databasePassword"],
};

/** What a lookup of a `Project` may be narrowed with. */
export interface ProjectState {
  /** Password of the `postgres` user. Secret; a change is made in place. */
  databasePassword?: pulumi.Input<string | undefined>;
  /** Compute size, `micro` and up. Leave it out on the Free plan. A change restarts the database. */
  instanceSize?: pulumi.Input<string | undefined>;
  /** @deprecated Deprecated */
  legacyApiKeysEnabled?: pulumi.Input<boolean | undefined>;
  /** Name of the project. Default: a name made from the resource's. */
  name?: pulumi.Input<string | undefined>;
  /** Slug of the organization. Cannot be changed. */
  organizationId?: pulumi.Input<string | undefined>;
  /** Region, such as `eu-central-1`. Cannot be changed. */
  region?: pulumi.Input<string | undefined>;
  /** How long to wait for the project. */
  timeouts?: pulumi.Input<inputs.ProjectTimeouts | undefined>;
}

/** The inputs of a `Project`. */
export interface ProjectArgs {
  /** Password of the `postgres` user. Secret; a change is made in place. */
  databasePassword: pulumi.Input<string>;
  /** Compute size, `micro` and up. Leave it out on the Free plan. A change restarts the database. */
  instanceSize?: pulumi.Input<string | undefined>;
  /** @deprecated Deprecated */
  legacyApiKeysEnabled?: pulumi.Input<boolean | undefined>;
  /** Name of the project. Default: a name made from the resource's. */
  name?: pulumi.Input<string | undefined>;
  /** Slug of the organization. Cannot be changed. */
  organizationId: pulumi.Input<string>;
  /** Region, such as `eu-central-1`. Cannot be changed. */
  region: pulumi.Input<string>;
  /** How long to wait for the project. */
  timeouts?: pulumi.Input<inputs.ProjectTimeouts | undefined>;
}
