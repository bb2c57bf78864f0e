import type * as pulumi from "@pulumi/pulumi";
import * as utilities from "./utilities";

const token = "supabase:index/getPooler:getPooler";

/** Connection strings of a project's pooler, with a placeholder for the password. */
export function getPooler(
  args: GetPoolerArgs,
  opts?: pulumi.InvokeOptions,
): Promise<GetPoolerResult> {
  return utilities.invoke(token, { projectRef: args.projectRef }, opts);
}

/** Connection strings of a project's pooler, with a placeholder for the password. */
export function getPoolerOutput(
  args: GetPoolerOutputArgs,
  opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetPoolerResult> {
  return utilities.invokeOutput(token, { projectRef: args.projectRef }, opts);
}

export interface GetPoolerArgs {
  /** Ref of the project asked about. */
  projectRef: string;
}

export interface GetPoolerOutputArgs {
  /** Ref of the project asked about. */
  projectRef: pulumi.Input<string>;
}

export interface GetPoolerResult {
  /** Id that the provider gave the answer. */
  readonly id: string;
  /** Ref of the project asked about. */
  readonly projectRef: string;
  /** Connection string by pool mode. */
  readonly url: { [key: string]: string };
}
