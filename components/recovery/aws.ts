import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { child, type Component, type Transform } from "../component";
import { trustOfService } from "../policy-document";
import type { BackupSpec, RestoreTestSpec } from "./spec";

/** The last word on each child. */
export interface RecoveryTransforms {
  /** Where copies are kept. */
  vault?: Transform<aws.backup.VaultArgs> | undefined;
  /** What keeps copies from being deleted. With `changeableForDays` nobody can ever lift it again. */
  lock?: Transform<aws.backup.VaultLockConfigurationArgs> | undefined;
  /** When they are made. */
  plan?: Transform<aws.backup.PlanArgs> | undefined;
  /** What is copied. */
  selection?: Transform<aws.backup.SelectionArgs> | undefined;
  /** Who copies. */
  role?: Transform<aws.iam.RoleArgs> | undefined;
  /** When copies are restored on trial. */
  restoreTest?: Transform<aws.backup.RestoreTestingPlanArgs> | undefined;
}

/** AWS's own policies for S3: they name the actions, and S3 has no narrower resource for copying a whole bucket. */
const managedPolicies = {
  backup: "arn:aws:iam::aws:policy/AWSBackupServiceRolePolicyForS3Backup",
  restore: "arn:aws:iam::aws:policy/AWSBackupServiceRolePolicyForS3Restore",
} as const;

interface Declared {
  vault: aws.backup.Vault;
  role: aws.iam.Role;
}

/** Declares the vault and its lock, the plan and what it copies. */
export function declareBackups(
  parent: Component,
  { name, rules, lock }: BackupSpec,
  bucketArns: pulumi.Input<string>[],
  { tags, transform }: { tags: Record<string, string>; transform: RecoveryTransforms },
): Declared {
  const vault = new aws.backup.Vault(
    ...child<aws.backup.VaultArgs>(parent, "vault", { name, tags }, { transform: transform.vault }),
  );
  if (lock) {
    new aws.backup.VaultLockConfiguration(
      ...child<aws.backup.VaultLockConfigurationArgs>(
        parent,
        "lock",
        { backupVaultName: vault.name, ...lock },
        // A vault has one lock: made before the old one is deleted, the new one would go with it.
        { transform: transform.lock, deleteBeforeReplace: true },
      ),
    );
  }
  const plan = new aws.backup.Plan(
    ...child<aws.backup.PlanArgs>(
      parent,
      "plan",
      { name, rules: rules.map((rule) => ({ ...rule, targetVaultName: vault.name })), tags },
      { transform: transform.plan },
    ),
  );
  const role = declareRole(parent, name, tags, transform.role);
  new aws.backup.Selection(
    ...child<aws.backup.SelectionArgs>(
      parent,
      "selection",
      { name, planId: plan.id, iamRoleArn: role.arn, resources: bucketArns },
      { transform: transform.selection },
    ),
  );
  return { vault, role };
}

// Requirement: DR-08
/** Declares that copies are restored on trial: the newest of each bucket, deleted again by AWS. */
export function declareRestoreTests(
  parent: Component,
  spec: RestoreTestSpec,
  { vault, role }: Declared,
  options: {
    bucketArns: pulumi.Input<string>[];
    tags: Record<string, string>;
    transform: RecoveryTransforms;
  },
): void {
  const { name, scheduleExpression, selectionWindowDays, validationWindowHours } = spec;
  const { bucketArns, tags, transform } = options;
  const planArgs: aws.backup.RestoreTestingPlanArgs = {
    name,
    scheduleExpression,
    recoveryPointSelection: {
      algorithm: "LATEST_WITHIN_WINDOW",
      includeVaults: [vault.arn],
      recoveryPointTypes: ["SNAPSHOT"],
      selectionWindowDays,
    },
    tags,
  };
  const opts = { transform: transform.restoreTest };
  const plan = new aws.backup.RestoreTestingPlan(...child(parent, "restore-test", planArgs, opts));
  const selection: aws.backup.RestoreTestingSelectionArgs = {
    name,
    restoreTestingPlanName: plan.name,
    protectedResourceType: "S3",
    protectedResourceArns: bucketArns,
    iamRoleArn: role.arn,
    validationWindowHours,
  };
  new aws.backup.RestoreTestingSelection(...child(parent, "restore-test-selection", selection));
}

function declareRole(
  parent: Component,
  name: string,
  tags: Record<string, string>,
  transform: RecoveryTransforms["role"],
): aws.iam.Role {
  const args: aws.iam.RoleArgs = {
    name: `${name}-backup`,
    assumeRolePolicy: JSON.stringify(trustOfService("backup.amazonaws.com")),
    tags,
  };
  const role = new aws.iam.Role(...child(parent, "role", args, { transform }));
  for (const [right, policyArn] of Object.entries(managedPolicies)) {
    const attachment: aws.iam.RolePolicyAttachmentArgs = { role: role.name, policyArn };
    new aws.iam.RolePolicyAttachment(...child(parent, `role-${right}`, attachment));
  }
  return role;
}
