import type { BackupCadence } from "../../core/backups";
import type { RecoverySection } from "../sections/recovery";
import type { StackSection } from "../sections/stack";

type Backups = NonNullable<RecoverySection["backups"]>;

/** Recovery as the component is told about it: whose it is, and how often copies are made where the file says nothing. */
export interface DerivedRecovery extends Omit<RecoverySection, "backups">, StackSection {
  backups?: Backups & { every: BackupCadence };
}

export function derivedRecovery(
  stack: StackSection,
  { backups, ...recovery }: RecoverySection = {},
  every: BackupCadence,
): DerivedRecovery {
  const copies = backups && { backups: { ...backups, every: backups.every ?? every } };
  return { ...stack, ...recovery, ...copies };
}
