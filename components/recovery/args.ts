import type { BackupCadence } from "../../core/backups";
import type { Tier } from "../../core/profile";

// Requirement: DR-02, DR-03, DR-04, ENV-13, ENV-14
/** What is promised of a part when it is lost, in whole minutes. */
export interface RecoveryObjective {
  /** Recovery time: minutes until it serves again, 0 or more. */
  rtoMinutes?: number | undefined;
  /** Recovery point: minutes of data that may be lost, 0 or more. */
  rpoMinutes?: number | undefined;
  /** How it comes back: `point-in-time recovery`, `another region takes over`. */
  by?: string | undefined;
}

/** Copies of buckets on S3 by AWS Backup. It cannot back up Supabase, whose own backups the database declares. */
export interface BackupSettings {
  /** How often a copy is made. */
  every: BackupCadence;
  /** Keys of the stack's buckets on S3 that are copied; each must keep versions. */
  buckets: string[];
  /**
   * Days that a copy is kept, 1 to 36500.
   * @default 35
   */
  keepDays?: number | undefined;
  /**
   * Whether every change is recorded too, so that any second of the last 35 days can be returned to.
   * @default false
   */
  continuous?: boolean | undefined;
  /**
   * Whether nobody deletes a copy before its time, by a lock of the vault in AWS's governance mode: only who may lift the
   * lock gets round it. Compliance mode, which AWS itself cannot lift again, is for `transform.lock` to ask for.
   * @default false
   */
  lock?: boolean | undefined;
}

/** Copies that are restored on trial, to prove that they can be. */
export interface RestoreTestSettings {
  /**
   * When: a cron expression of AWS, UTC.
   * @default "cron(0 6 1 * ? *)" the first of every month at six
   */
  schedule?: string | undefined;
  /**
   * Hours that a restored copy stays for somebody to look at, 1 to 168; then AWS deletes it.
   * @default 24
   */
  validationWindowHours?: number | undefined;
}

// Requirement: DR-09
/** Where the state of the stack is exported to, and when: the pipeline does it. */
export interface StateExportSettings {
  /** Key of the bucket. */
  bucket: string;
  /**
   * Folder in it.
   * @default "state/"
   */
  prefix?: string | undefined;
  /**
   * When: five fields of cron, UTC.
   * @default "0 4 * * *"
   */
  schedule?: string | undefined;
}

// Requirement: DR-10
/** What to return to when a release turns out bad. The pipeline writes it after each good release. */
export interface RollbackSettings {
  /** Vercel deployment to promote: `dpl_…`. */
  deployment?: string | undefined;
  /** Image of each container service, by digest or by commit. */
  images?: Record<string, string> | undefined;
  /** Last migration that the deployment and the images work with: `20261101120000_add_projects`. */
  migration?: string | undefined;
}

/** How the stack comes back from a loss. */
export interface RecoverySettings {
  /** The product, which stands in every name. */
  product: string;
  /** The tier, which stands in every name. */
  tier: Tier;
  /** Who answers for it, as a tag. */
  owner: string;
  /**
   * What is promised of each part: services, `files`, `configuration`.
   * @default {}
   */
  objectives?: Record<string, RecoveryObjective> | undefined;
  /** Copies of buckets. Left out, none are made. */
  backups?: BackupSettings | undefined;
  /** Copies restored on trial. Left out, none are. */
  restoreTests?: RestoreTestSettings | undefined;
  /** Where the stack's state is exported to. */
  stateExport?: StateExportSettings | undefined;
  /** What to return to when a release turns out bad. */
  rollback?: RollbackSettings | undefined;
}

/** What a key that is left out means. */
export const defaults = {
  keepDays: 35,
  continuous: false,
  lock: false,
  restoreSchedule: "cron(0 6 1 * ? *)",
  validationWindowHours: 24,
  statePrefix: "state/",
  stateSchedule: "0 4 * * *",
} as const;
