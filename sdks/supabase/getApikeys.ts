import type * as pulumi from "@pulumi/pulumi";
import type { output as outputs } from "./types";
import * as utilities from "./utilities";

const token = "supabase:index/getApikeys:getApikeys";

/** The API keys of a project. None of them is marked secret here: wrap what you use in `pulumi.secret(…)`. */
export function getApikeys(
  args: GetApikeysArgs,
  opts?: pulumi.InvokeOptions,
): Promise<GetApikeysResult> {
  return utilities.invoke(token, { projectRef: args.projectRef }, opts);
}

/** The API keys of a project. None of them is marked secret here: wrap what you use in `pulumi.secret(…)`. */
export function getApikeysOutput(
  args: GetApikeysOutputArgs,
  opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetApikeysResult> {
  return utilities.invokeOutput(token, { projectRef: args.projectRef }, opts);
}

export interface GetApikeysArgs {
  /** Ref of the project asked about. */
  projectRef: string;
}

export interface GetApikeysOutputArgs {
  /** Ref of the project asked about. */
  projectRef: pulumi.Input<string>;
}

export interface GetApikeysResult {
  /** Legacy anonymous key (JWT). */
  readonly anonKey: string;
  /** Id that the provider gave the answer. */
  readonly id: string;
  /** Ref of the project asked about. */
  readonly projectRef: string;
  /** Key for browsers. */
  readonly publishableKey: string;
  /** Keys for servers. */
  readonly secretKeys: outputs.GetApikeysSecretKey[];
  /** Legacy key (JWT) that passes row level security. */
  readonly serviceRoleKey: string;
}
