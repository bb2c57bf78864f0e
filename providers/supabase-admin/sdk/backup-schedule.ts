import * as pulumi from "@pulumi/pulumi";

export interface BackupScheduleArgs {
  /** Reference of the project: the `id` of a `supabase.Project`. A change replaces. */
  projectRef: pulumi.Input<string>;
  /** Time of day in UTC, `HH:MM:SS`. */
  scheduleFor: pulumi.Input<string>;
}

/** When the daily backup runs. Stays as it is when the resource is deleted. */
export class BackupSchedule extends pulumi.CustomResource {
  static readonly __pulumiType = "supabase-admin:index/backupSchedule:BackupSchedule";

  declare readonly projectRef: pulumi.Output<string>;
  declare readonly scheduleFor: pulumi.Output<string>;

  constructor(name: string, args: BackupScheduleArgs, opts?: pulumi.CustomResourceOptions) {
    super(BackupSchedule.__pulumiType, name, args, opts);
  }
}
