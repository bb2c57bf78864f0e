import type * as pulumi from "@pulumi/pulumi";
import type { output as outputs } from "./types";
import * as utilities from "./utilities";

const token = "supabase:index/getBranch:getBranch";

/** The branches of a project. */
export function getBranch(
  args: GetBranchArgs,
  opts?: pulumi.InvokeOptions,
): Promise<GetBranchResult> {
  return utilities.invoke(token, { parentProjectRef: args.parentProjectRef }, opts);
}

/** The branches of a project. */
export function getBranchOutput(
  args: GetBranchOutputArgs,
  opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetBranchResult> {
  return utilities.invokeOutput(token, { parentProjectRef: args.parentProjectRef }, opts);
}

export interface GetBranchArgs {
  /** Ref of the project asked about. */
  parentProjectRef: string;
}

export interface GetBranchOutputArgs {
  /** Ref of the project asked about. */
  parentProjectRef: pulumi.Input<string>;
}

export interface GetBranchResult {
  /** All branches. */
  readonly branches: outputs.GetBranchBranch[];
  /** Id that the provider gave the answer. */
  readonly id: string;
  /** Ref of the project asked about. */
  readonly parentProjectRef: string;
}
