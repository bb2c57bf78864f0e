import { actions, type Grant } from "./grant";

const backup = (...names: string[]) => actions("backup", ...names);
const tagging = ["TagResource", "UntagResource"];

const planType = "aws:backup/plan:Plan";
const vaultType = "aws:backup/vault:Vault";
const testType = "aws:backup/restoreTestingPlan:RestoreTestingPlan";

/** AWS Backup. */
export const recoveryGrants: readonly Grant[] = [
  {
    types: [vaultType],
    on: "backupVaults",
    read: backup("DescribeBackupVault", "ListTags"),
    write: backup("CreateBackupVault", "DeleteBackupVault", ...tagging),
  },
  { types: [vaultType], on: "everything", write: ["backup-storage:MountCapsule"] },
  {
    types: ["aws:backup/vaultLockConfiguration:VaultLockConfiguration"],
    on: "backupVaults",
    read: backup("DescribeBackupVault"),
    // To delete it lifts the lock, which only a person does.
    write: backup("PutBackupVaultLockConfiguration"),
  },
  {
    types: [planType],
    on: "backupPlans",
    read: backup("GetBackupPlan", "ListTags"),
    write: backup("CreateBackupPlan", "DeleteBackupPlan", "UpdateBackupPlan", ...tagging),
  },
  {
    types: ["aws:backup/selection:Selection"],
    on: "backupPlans",
    read: backup("GetBackupSelection"),
    write: backup("CreateBackupSelection", "DeleteBackupSelection"),
  },
  {
    types: [testType],
    on: "restoreTests",
    read: backup("GetRestoreTestingPlan", "ListTags"),
    write: backup(
      "CreateRestoreTestingPlan",
      "DeleteRestoreTestingPlan",
      "UpdateRestoreTestingPlan",
      ...tagging,
    ),
  },
  {
    types: ["aws:backup/restoreTestingSelection:RestoreTestingSelection"],
    on: "restoreTests",
    read: backup("GetRestoreTestingSelection"),
    write: backup(
      "CreateRestoreTestingSelection",
      "DeleteRestoreTestingSelection",
      "UpdateRestoreTestingSelection",
    ),
  },
];
