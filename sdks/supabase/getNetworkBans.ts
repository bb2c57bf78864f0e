import type * as pulumi from "@pulumi/pulumi";
import * as utilities from "./utilities";

const token = "supabase:index/getNetworkBans:getNetworkBans";

/** Addresses that the database refuses after too many failed log-ins. */
export function getNetworkBans(
  args: GetNetworkBansArgs,
  opts?: pulumi.InvokeOptions,
): Promise<GetNetworkBansResult> {
  return utilities.invoke(token, { projectRef: args.projectRef }, opts);
}

/** Addresses that the database refuses after too many failed log-ins. */
export function getNetworkBansOutput(
  args: GetNetworkBansOutputArgs,
  opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetNetworkBansResult> {
  return utilities.invokeOutput(token, { projectRef: args.projectRef }, opts);
}

export interface GetNetworkBansArgs {
  /** Ref of the project asked about. */
  projectRef: string;
}

export interface GetNetworkBansOutputArgs {
  /** Ref of the project asked about. */
  projectRef: pulumi.Input<string>;
}

export interface GetNetworkBansResult {
  /** The addresses. */
  readonly bannedIpv4Addresses: string[];
  /** Id that the provider gave the answer. */
  readonly id: string;
  /** Ref of the project asked about. */
  readonly projectRef: string;
}
