import type { BackupCadence } from "../../core/backups";
import { defaults, type RecoverySettings } from "./args";

/** A rule of the backup plan. */
export interface PlanRuleSpec {
  ruleName: string;
  /** Cron expression of AWS, UTC. */
  schedule: string;
  enableContinuousBackup?: true;
  lifecycle: { deleteAfter: number };
}

/** Copies of buckets as AWS Backup is told about them. */
export interface BackupSpec {
  /** `<product>-<tier>`; it stands in the names of vault, plan and role. */
  name: string;
  rules: PlanRuleSpec[];
  /** What the vault's lock holds every copy to; undefined where it has none. */
  lock: VaultLockSpec | undefined;
}

/** A lock without a number of days for which it can be changed is in governance mode, and can be lifted. */
export interface VaultLockSpec {
  /** AWS refuses copies that are to be kept for less. */
  minRetentionDays: number;
}

/** Trial restores as AWS Backup is told about them. */
export interface RestoreTestSpec {
  /** Letters, digits and _ alone, as AWS asks of these names. */
  name: string;
  scheduleExpression: string;
  selectionWindowDays: number;
  validationWindowHours: number;
}

/** Daily at five, when few are at work on either side of the Atlantic. */
const schedules: Record<Exclude<BackupCadence, "never">, string> = {
  day: "cron(0 5 * * ? *)",
  hour: "cron(0 * * * ? *)",
};

/** AWS keeps continuous backups for at most 35 days. */
const continuousDays = 35;

// Requirement: DR-01, ENV-12
/** What AWS Backup does; undefined where no copy is made. */
export function backupSpec({ product, tier, backups }: RecoverySettings): BackupSpec | undefined {
  if (!backups || backups.every === "never" || backups.buckets.length === 0) return undefined;
  const keepDays = backups.keepDays ?? defaults.keepDays;
  const periodic: PlanRuleSpec = {
    ruleName: backups.every === "hour" ? "hourly" : "daily",
    schedule: schedules[backups.every],
    lifecycle: { deleteAfter: keepDays },
  };
  const continuous: PlanRuleSpec = {
    ruleName: "continuous",
    schedule: schedules.day,
    enableContinuousBackup: true,
    lifecycle: { deleteAfter: Math.min(keepDays, continuousDays) },
  };
  const isContinuous = backups.continuous ?? defaults.continuous;
  const rules = isContinuous ? [periodic, continuous] : [periodic];
  // No longer than any rule keeps its copies, or AWS refuses to make them.
  const minRetentionDays = Math.min(...rules.map(({ lifecycle }) => lifecycle.deleteAfter));
  const lock = (backups.lock ?? defaults.lock) ? { minRetentionDays } : undefined;
  return { name: `${product}-${tier}`, rules, lock };
}

/** Trial restores; undefined where there is nothing to restore or nobody asked. */
export function restoreTestSpec(args: RecoverySettings): RestoreTestSpec | undefined {
  const { product, tier, restoreTests, backups } = args;
  if (!restoreTests || !backupSpec(args)) return undefined;
  return {
    name: `${product}_${tier}`.replaceAll("-", "_"),
    scheduleExpression: restoreTests.schedule ?? defaults.restoreSchedule,
    selectionWindowDays: Math.min(backups?.keepDays ?? defaults.keepDays, continuousDays),
    validationWindowHours: restoreTests.validationWindowHours ?? defaults.validationWindowHours,
  };
}

/** What the pipeline needs to know to export the state. */
export interface StateExportSpec {
  bucket: string;
  prefix: string;
  schedule: string;
}

export function stateExportSpec({ stateExport }: RecoverySettings): StateExportSpec | undefined {
  if (!stateExport) return undefined;
  const { bucket, prefix, schedule } = stateExport;
  return {
    bucket,
    prefix: prefix ?? defaults.statePrefix,
    schedule: schedule ?? defaults.stateSchedule,
  };
}
