import type { Rule } from "../rule";
import { backupIntervalBounded } from "../rules/recovery/backup-interval-bounded";
import { backupRetentionLongEnough } from "../rules/recovery/backup-retention-long-enough";
import { backupVaultLocked } from "../rules/recovery/backup-vault-locked";
import { copyInSecondRegion } from "../rules/recovery/copy-in-second-region";
import { databaseResetBarred } from "../rules/recovery/database-reset-barred";
import { failoverPairComplete } from "../rules/recovery/failover-pair-complete";
import { fallbacksDeclared } from "../rules/recovery/fallbacks-declared";
import { fileCopiesMeetObjective } from "../rules/recovery/file-copies-meet-objective";
import { objectivesDeclared } from "../rules/recovery/objectives-declared";
import { productionDeploymentsKept } from "../rules/recovery/production-deployments-kept";
import { protectedBucketsCopied } from "../rules/recovery/protected-buckets-copied";
import { readinessFresh } from "../rules/recovery/readiness-fresh";
import { readinessRecorded } from "../rules/recovery/readiness-recorded";
import { recoveryPointBounded } from "../rules/recovery/recovery-point-bounded";
import { recoveryTimeBounded } from "../rules/recovery/recovery-time-bounded";
import { restoreTestScheduled } from "../rules/recovery/restore-test-scheduled";
import { rollbackTargetNamed } from "../rules/recovery/rollback-target-named";
import { stateExportScheduled } from "../rules/recovery/state-export-scheduled";

export const recoveryRules = [
  backupIntervalBounded,
  backupRetentionLongEnough,
  backupVaultLocked,
  copyInSecondRegion,
  databaseResetBarred,
  failoverPairComplete,
  fallbacksDeclared,
  fileCopiesMeetObjective,
  objectivesDeclared,
  productionDeploymentsKept,
  protectedBucketsCopied,
  readinessFresh,
  readinessRecorded,
  recoveryPointBounded,
  recoveryTimeBounded,
  restoreTestScheduled,
  rollbackTargetNamed,
  stateExportScheduled,
] as const satisfies readonly Rule[];
