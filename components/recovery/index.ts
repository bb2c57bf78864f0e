import type * as pulumi from "@pulumi/pulumi";
import { tokens } from "../../core/tokens";
import { Component, refuse } from "../component";
import { tagsOf } from "../tags";
import type { RecoverySettings, RollbackSettings } from "./args";
import { declareBackups, declareRestoreTests, type RecoveryTransforms } from "./aws";
import { recoveryProblems } from "./problems";
import { backupSpec, restoreTestSpec, stateExportSpec, type StateExportSpec } from "./spec";

export * from "./args";

export interface RecoveryArgs extends RecoverySettings {
  /** ARNs of the stack's buckets on S3 that keep versions, by key. */
  bucketArns: Record<string, pulumi.Input<string>>;
  /** The last word on each child. */
  transform?: RecoveryTransforms | undefined;
}

/**
 * How the stack comes back from a loss: what is promised of each part, copies of buckets on S3 by AWS Backup with trial
 * restores, where the state is exported to, and what to return to when a release turns out bad.
 *
 * The database's own backups, point-in-time recovery and replicas are args of `Database`: AWS Backup cannot reach Supabase.
 *
 * @example
 * new Recovery("recovery", {
 *   product: "shop",
 *   tier: "dev",
 *   owner: "platform-team",
 *   bucketArns: {},
 * });
 *
 * @example
 * new Recovery("recovery", {
 *   product: "shop",
 *   tier: "prod",
 *   owner: "platform-team",
 *   objectives: { web: { rtoMinutes: 5 }, database: { rtoMinutes: 15, rpoMinutes: 60 } },
 *   backups: { every: "hour", buckets: ["assets"], keepDays: 90, continuous: true, lock: true },
 *   restoreTests: { schedule: "cron(0 6 1 * ? *)", validationWindowHours: 24 },
 *   stateExport: { bucket: "assets" },
 *   rollback: { deployment: "dpl_8Jx2", migration: "20261101120000_add_projects" },
 *   bucketArns: { assets: "arn:aws:s3:::shop-assets-prod" },
 * });
 */
export class Recovery extends Component {
  /** What to return to when a release turns out bad. */
  readonly rollback: RollbackSettings;
  /** Where the state is exported to; undefined where it is not. */
  readonly stateExport: StateExportSpec | undefined;

  constructor(
    name: string,
    { transform = {}, bucketArns, ...args }: RecoveryArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    refuse(name, recoveryProblems(args, Object.keys(bucketArns)));
    super(tokens.recovery, name, { ...args }, opts);
    this.rollback = args.rollback ?? {};
    this.stateExport = stateExportSpec(args);
    copyBuckets(this, args, bucketArns, transform);
    this.registerOutputs({ rollback: this.rollback, stateExport: this.stateExport });
  }
}

function copyBuckets(
  parent: Component,
  args: RecoverySettings,
  arns: RecoveryArgs["bucketArns"],
  transform: RecoveryTransforms,
): void {
  const [backups, tests] = [backupSpec(args), restoreTestSpec(args)];
  if (!backups) return;
  const bucketArns = (args.backups?.buckets ?? []).flatMap((key) => arns[key] ?? []);
  const tags = tagsOf(args);
  const declared = declareBackups(parent, backups, bucketArns, { tags, transform });
  if (tests) declareRestoreTests(parent, tests, declared, { bucketArns, tags, transform });
}
