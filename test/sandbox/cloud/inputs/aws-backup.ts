import { type Properties, type TestCloud } from "../../server/harness";

/** The least that each type of AWS Backup needs. */
export async function backupInputs(cloud: TestCloud): Promise<Record<string, Properties>> {
  const planType = "aws:backup/plan:Plan";
  const { id: planId } = await cloud.create(planType, "kept", { name: "kept", rules });
  const kept = { ...testingPlan, name: "kept" };
  await cloud.create("aws:backup/vault:Vault", "kept", { name: "kept" });
  await cloud.create("aws:backup/restoreTestingPlan:RestoreTestingPlan", "kept", kept);
  return {
    "aws:backup/vault:Vault": { name: "copies" },
    "aws:backup/vaultLockConfiguration:VaultLockConfiguration": {
      backupVaultName: "kept",
      minRetentionDays: 35,
    },
    "aws:backup/plan:Plan": { name: "copies", rules },
    "aws:backup/selection:Selection": {
      name: "buckets",
      planId,
      iamRoleArn: "arn:aws:iam::123456789012:role/backup",
    },
    "aws:backup/restoreTestingPlan:RestoreTestingPlan": { ...testingPlan, name: "trials" },
    "aws:backup/restoreTestingSelection:RestoreTestingSelection": {
      name: "buckets",
      restoreTestingPlanName: "kept",
      protectedResourceType: "S3",
      iamRoleArn: "arn:aws:iam::123456789012:role/backup",
    },
  };
}

const rules = [{ ruleName: "daily", targetVaultName: "v" }];

const testingPlan: Properties = {
  scheduleExpression: "cron(0 6 1 * ? *)",
  recoveryPointSelection: {
    algorithm: "LATEST_WITHIN_WINDOW",
    includeVaults: ["*"],
    recoveryPointTypes: ["SNAPSHOT"],
  },
};
