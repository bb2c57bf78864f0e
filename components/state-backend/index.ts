import type * as pulumi from "@pulumi/pulumi";
import { backendUrl } from "../../core/state-addresses";
import { tokens } from "../../core/tokens";
import { Component, refuse } from "../component";
import { StorageBucket } from "../storage";
import { bucketProblems } from "../storage/problems";
import type { StateBackendSettings } from "./args";
import { declareKey, type StateTransforms } from "./aws";
import { stateBucket, stateProblems } from "./spec";

export * from "./args";

export interface StateBackendArgs extends StateBackendSettings {
  /** Tags of the key; the bucket has its own. */
  tags?: Record<string, string> | undefined;
  /** The last word on each child but the bucket. */
  transform?: StateTransforms | undefined;
}

// Requirement: STOR-03
/**
 * Where Pulumi keeps state: a bucket of S3, versioned, encrypted, closed to the public and reached by TLS only, and a KMS
 * key that rotates, for the secrets in it. It stands outside the stacks whose state it keeps: `groundwork bootstrap`.
 *
 * @example
 * new StateBackend("state", {
 *   bucket: "velocity-state",
 *   region: "us-east-1",
 *   keyAlias: "velocity-state",
 * });
 *
 * @example
 * new StateBackend("state", {
 *   bucket: "velocity-state",
 *   region: "us-east-1",
 *   keyAlias: "velocity-state",
 *   rotationPeriodInDays: 180,
 *   noncurrentDays: 365,
 *   objectLock: { mode: "GOVERNANCE", days: 30 },
 *   protect: true,
 *   tags: { owner: "platform-team" },
 * });
 */
export class StateBackend extends Component {
  /** What `pulumi login` takes. */
  readonly backendUrl: string;
  /** Name of the bucket. */
  readonly bucketName: pulumi.Output<string>;
  /** ARN of the key for secrets. */
  readonly keyArn: pulumi.Output<string>;

  constructor(
    name: string,
    { transform = {}, tags = {}, ...args }: StateBackendArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    refuse(name, [...stateProblems(args), ...bucketProblems(stateBucket(args)).map(onOwnArgs)]);
    super(tokens.stateBackend, name, { ...args, tags }, opts);
    const bucket = new StorageBucket(`${name}-bucket`, stateBucket(args), { parent: this });
    this.bucketName = bucket.bucketName;
    this.keyArn = declareKey(this, args, tags, transform);
    this.backendUrl = backendUrl(args);
    this.registerOutputs({
      bucketName: this.bucketName,
      keyArn: this.keyArn,
      backendUrl: this.backendUrl,
    });
  }
}

/** The bucket's args by the names that they have here. */
function onOwnArgs<P extends { where: { path?: string | undefined } }>(problem: P): P {
  const { path = "" } = problem.where;
  const own = path === "name" ? "bucket" : path.replace(/^lifecycle\./, "");
  return { ...problem, where: { ...problem.where, path: own } };
}
