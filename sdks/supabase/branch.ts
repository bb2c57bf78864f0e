import * as pulumi from "@pulumi/pulumi";
import type { input as inputs, output as outputs } from "./types";
import * as utilities from "./utilities";

/** A preview branch of a project. The first one turns branching on. */
export class Branch extends utilities.SupabaseResource {
  /** @internal */
  public static readonly __pulumiType = "supabase:index/branch:Branch";

  /** Looks up an existing `Branch` by its provider id. */
  public static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    state?: BranchState,
    opts?: pulumi.CustomResourceOptions,
  ): Branch {
    return new Branch(name, state as unknown as BranchArgs, { ...opts, id });
  }

  /** True for a `Branch`, also one made by another copy of this package. */
  public static override isInstance(obj: any): obj is Branch {
    return utilities.isResource(obj, Branch.__pulumiType);
  }

  /** How to reach the branch's database. */
  declare public readonly database: pulumi.Output<outputs.BranchDatabase>;
  /** Git branch, and the name of the database branch. */
  declare public readonly gitBranch: pulumi.Output<string>;
  /** Ref of the project that is branched. Cannot be changed: use `replaceOnChanges`. */
  declare public readonly parentProjectRef: pulumi.Output<string>;
  /** Keeps the branch when its pull request closes. Default `false`. */
  declare public readonly persistent: pulumi.Output<boolean>;
  /** Region of the branch's database. A change replaces the branch. */
  declare public readonly region: pulumi.Output<string | undefined>;

  constructor(name: string, args: BranchArgs, opts?: pulumi.CustomResourceOptions) {
    super(shape, name, args, opts);
  }
}

const shape: utilities.ResourceShape = {
  token: Branch.__pulumiType,
  inputs: { gitBranch: true, parentProjectRef: true, persistent: false, region: false },
  outputs: ["database"],
};

/** What a lookup of a `Branch` may be narrowed with. */
export interface BranchState {
  /** How to reach the branch's database. */
  database?: pulumi.Input<inputs.BranchDatabase | undefined>;
  /** Git branch, and the name of the database branch. */
  gitBranch?: pulumi.Input<string | undefined>;
  /** Ref of the project that is branched. Cannot be changed: use `replaceOnChanges`. */
  parentProjectRef?: pulumi.Input<string | undefined>;
  /** Keeps the branch when its pull request closes. Default `false`. */
  persistent?: pulumi.Input<boolean | undefined>;
  /** Region of the branch's database. A change replaces the branch. */
  region?: pulumi.Input<string | undefined>;
}

/** The inputs of a `Branch`. */
export interface BranchArgs {
  /** Git branch, and the name of the database branch. */
  gitBranch: pulumi.Input<string>;
  /** Ref of the project that is branched. Cannot be changed: use `replaceOnChanges`. */
  parentProjectRef: pulumi.Input<string>;
  /** Keeps the branch when its pull request closes. Default `false`. */
  persistent?: pulumi.Input<boolean | undefined>;
  /** Region of the branch's database. A change replaces the branch. */
  region?: pulumi.Input<string | undefined>;
}
