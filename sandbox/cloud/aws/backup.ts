import { allTags, awsAccountId, awsRegion, text } from "../account";
import { ids } from "../ids";
import { type CloudResource, type Order } from "../resource";

const arnOf = ({ inputs, account }: Order, what: string): string =>
  `arn:aws:backup:${awsRegion(inputs, account)}:${awsAccountId}:${what}`;

const refused = (operation: string, message: string): string =>
  `operation error Backup: ${operation}, https response error StatusCode: 400, RequestID: ${ids.uuid()}, ${message}`;

const tags = ({ inputs, account }: Order) => ({ tagsAll: allTags(inputs, account) });

const vaultType = "aws:backup/vault:Vault";
const planType = "aws:backup/plan:Plan";
const testingPlanType = "aws:backup/restoreTestingPlan:RestoreTestingPlan";

/** A vault's name is unique in its account and region. */
export const backupVault: CloudResource = {
  type: vaultType,
  autonamed: true,
  defaults: { forceDestroy: false },
  computed: ["arn", "kmsKeyArn", "recoveryPoints"],
  derive: tags,
  claims: ({ inputs, account }) => {
    const name = text(inputs["name"], "");
    const message = `AlreadyExistsException: Backup vault with the same name already exists`;
    const refusal = `creating Backup Vault (${name}): ${refused("CreateBackupVault", message)}`;
    return [{ key: `aws:backup-vault:${awsRegion(inputs, account)}:${name}`, refusal }];
  },
  create: (order) => {
    const name = text(order.inputs["name"], "");
    const region = awsRegion(order.inputs, order.account);
    const ownKey = `arn:aws:kms:${region}:${awsAccountId}:key/${ids.uuid()}`;
    return {
      id: name,
      outputs: {
        arn: arnOf(order, `backup-vault:${name}`),
        kmsKeyArn: text(order.inputs["kmsKeyArn"], ownKey),
        recoveryPoints: 0,
      },
    };
  },
};

/** A lock is called by the name of its vault, which is to be there; a second one takes the place of the first. */
export const backupVaultLock: CloudResource = {
  type: "aws:backup/vaultLockConfiguration:VaultLockConfiguration",
  computed: ["backupVaultArn"],
  needs: ({ inputs }) => {
    const vault = text(inputs["backupVaultName"], "");
    const message = `ResourceNotFoundException: Backup Vault ${vault} does not exist`;
    const refusal = `creating Backup Vault Lock Configuration (${vault}): ${refused("PutBackupVaultLockConfiguration", message)}`;
    return [{ type: vaultType, id: inputs["backupVaultName"], refusal }];
  },
  create: (order) => {
    const vault = text(order.inputs["backupVaultName"], "");
    return { id: vault, outputs: { backupVaultArn: arnOf(order, `backup-vault:${vault}`) } };
  },
};

export const backupPlan: CloudResource = {
  type: planType,
  autonamed: true,
  computed: ["arn", "version"],
  derive: tags,
  create: (order) => {
    const id = ids.uuid();
    return { id, outputs: { arn: arnOf(order, `backup-plan:${id}`), version: ids.uuid() } };
  },
};

export const backupSelection: CloudResource = {
  type: "aws:backup/selection:Selection",
  autonamed: true,
  defaults: { conditions: [], notResources: [] },
  needs: ({ inputs }) => {
    const plan = text(inputs["planId"], "");
    const message = `ResourceNotFoundException: Cannot find Backup plan with ID: ${plan}`;
    const refusal = `creating Backup Selection: ${refused("CreateBackupSelection", message)}`;
    return [{ type: planType, id: inputs["planId"], refusal }];
  },
  create: () => ({ id: ids.uuid() }),
};

export const restoreTestingPlan: CloudResource = {
  type: testingPlanType,
  autonamed: true,
  defaults: { scheduleExpressionTimezone: "Etc/UTC", startWindowHours: 24 },
  computed: ["arn"],
  derive: tags,
  claims: ({ inputs, account }) => {
    const name = text(inputs["name"], "");
    const message = `AlreadyExistsException: Restore testing plan with name ${name} already exists.`;
    const refusal = `creating Backup Restore Testing Plan (${name}): ${refused("CreateRestoreTestingPlan", message)}`;
    return [{ key: `aws:restore-testing-plan:${awsRegion(inputs, account)}:${name}`, refusal }];
  },
  create: (order) => {
    const name = text(order.inputs["name"], "");
    return {
      id: name,
      outputs: { arn: arnOf(order, `restore-testing-plan:${name}-${ids.uuid()}`) },
    };
  },
};

export const restoreTestingSelection: CloudResource = {
  type: "aws:backup/restoreTestingSelection:RestoreTestingSelection",
  autonamed: true,
  computed: ["restoreMetadataOverrides"],
  defaults: { validationWindowHours: 0 },
  needs: ({ inputs }) => {
    const plan = text(inputs["restoreTestingPlanName"], "");
    const message = `ResourceNotFoundException: Restore testing plan ${plan} does not exist.`;
    const refusal = `creating Backup Restore Testing Selection: ${refused("CreateRestoreTestingSelection", message)}`;
    return [{ type: testingPlanType, id: inputs["restoreTestingPlanName"], refusal }];
  },
  create: ({ inputs }) => ({
    id: `${text(inputs["restoreTestingPlanName"], "")}:${text(inputs["name"], "")}`,
    outputs: { restoreMetadataOverrides: inputs["restoreMetadataOverrides"] ?? {} },
  }),
};
