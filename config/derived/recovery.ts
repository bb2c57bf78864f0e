import type { BackupCadence } from "../../core/backups";
import type { TierDefaults } from "../defaults";
import type { RecoverySection } from "../sections/recovery";
import type { StackSection } from "../sections/stack";

type Backups = NonNullable<RecoverySection["backups"]>;

/** Recovery as the component is told about it: whose it is, and what the tier says of copies where the file says nothing. */
export interface DerivedRecovery extends Omit<RecoverySection, "backups">, StackSection {
  backups?: Backups & { every: BackupCadence; lock: boolean };
}

export function derivedRecovery(
  stack: StackSection,
  { backups, ...recovery }: RecoverySection = {},
  { backupEvery, lockBackups }: Pick<TierDefaults, "backupEvery" | "lockBackups">,
): DerivedRecovery {
  const byTier = { every: backups?.every ?? backupEvery, lock: backups?.lock ?? lockBackups };
  const copies = backups && { backups: { ...backups, ...byTier } };
  return { ...stack, ...recovery, ...copies };
}
