import { describe, expect, it } from "vitest";
import { Recovery, type RecoveryArgs } from "../../components/recovery";
import { find, listOf, onMocks } from "../support/mocks";

const smallest: RecoveryArgs = {
  product: "shop",
  tier: "prod",
  owner: "platform-team",
  bucketArns: { assets: "arn:aws:s3:::shop-assets", backups: "arn:aws:s3:::shop-backups" },
};

const types = {
  component: "groundwork:recovery:Recovery",
  vault: "aws:backup/vault:Vault",
  lock: "aws:backup/vaultLockConfiguration:VaultLockConfiguration",
  plan: "aws:backup/plan:Plan",
  selection: "aws:backup/selection:Selection",
  testingPlan: "aws:backup/restoreTestingPlan:RestoreTestingPlan",
  testingSelection: "aws:backup/restoreTestingSelection:RestoreTestingSelection",
  role: "aws:iam/role:Role",
  attachment: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
};

const roleArn = "arn:aws:iam::123456789012:role/shop-prod-backup";
const vaultArn = "arn:aws:backup:ca-central-1:123456789012:backup-vault:shop-prod";

const declare = (args: Partial<RecoveryArgs> = {}, preview = false) =>
  onMocks(() => new Recovery("recovery", { ...smallest, ...args }), {
    preview,
    outputs: {
      [types.vault]: { arn: vaultArn, name: "shop-prod" },
      [types.role]: { arn: roleArn, name: "shop-prod-backup" },
    },
  });

const hourly = { every: "hour", buckets: ["assets"] } as const;
const tags = { product: "shop", tier: "prod", owner: "platform-team" };

// Requirement: DR-02, DR-03, DR-04, ENV-13, ENV-14
describe("Recovery", () => {
  it("declares nothing in any cloud where nothing is copied, and says what is promised", async () => {
    const objectives = { web: { rtoMinutes: 5 }, files: { rpoMinutes: 15 } };
    const { resources } = await declare({ objectives });
    expect(listOf(resources)).toEqual([`${types.component} recovery`]);
    expect(find(resources, types.component).inputs).toEqual({
      product: "shop",
      tier: "prod",
      owner: "platform-team",
      objectives,
    });
  });

  it.each([
    ["copies are never made", { every: "never", buckets: ["assets"] }],
    ["no bucket is named", { every: "hour", buckets: [] }],
  ] as const)("declares nothing where %s, trial restores included", async (_, backups) => {
    const { resources } = await declare({
      backups: { ...backups, buckets: [...backups.buckets] },
      restoreTests: {},
    });
    expect(listOf(resources)).toEqual([`${types.component} recovery`]);
  });
});

// Requirement: DR-01, ENV-12
describe("copies of buckets", () => {
  it("are made by AWS Backup of the buckets that are named, as a role of its own", async () => {
    const { resources } = await declare({ backups: { ...hourly, buckets: ["assets"] } });
    expect(listOf(resources).sort()).toEqual([
      `${types.plan} recovery-plan`,
      `${types.selection} recovery-selection`,
      `${types.vault} recovery-vault`,
      `${types.role} recovery-role`,
      `${types.attachment} recovery-role-backup`,
      `${types.attachment} recovery-role-restore`,
      `${types.component} recovery`,
    ]);
    expect(find(resources, types.vault).inputs).toEqual({ name: "shop-prod", tags });
    expect(find(resources, types.plan).inputs).toEqual({
      name: "shop-prod",
      rules: [
        {
          ruleName: "hourly",
          schedule: "cron(0 * * * ? *)",
          targetVaultName: "shop-prod",
          lifecycle: { deleteAfter: 35 },
        },
      ],
      tags,
    });
    expect(find(resources, types.selection).inputs).toMatchObject({
      name: "shop-prod",
      iamRoleArn: roleArn,
      resources: ["arn:aws:s3:::shop-assets"],
    });
  });

  it("are made daily, and continuously for at most 35 days, where that is asked for", async () => {
    const backups = { every: "day", buckets: ["assets"], keepDays: 90, continuous: true } as const;
    const { resources } = await declare({ backups: { ...backups, buckets: ["assets"] } });
    expect(find(resources, types.plan).inputs.rules).toEqual([
      {
        ruleName: "daily",
        schedule: "cron(0 5 * * ? *)",
        targetVaultName: "shop-prod",
        lifecycle: { deleteAfter: 90 },
      },
      {
        ruleName: "continuous",
        schedule: "cron(0 5 * * ? *)",
        enableContinuousBackup: true,
        targetVaultName: "shop-prod",
        lifecycle: { deleteAfter: 35 },
      },
    ]);
  });

  it("are kept as long as asked even where that is less than AWS keeps continuous ones", async () => {
    const backups = { every: "day", buckets: ["assets"], keepDays: 7, continuous: true } as const;
    const { resources } = await declare({ backups: { ...backups, buckets: ["assets"] } });
    expect(find(resources, types.plan).inputs.rules).toMatchObject([
      { lifecycle: { deleteAfter: 7 } },
      { lifecycle: { deleteAfter: 7 } },
    ]);
  });

  it.each([
    ["what its copies are kept for", { keepDays: 90 }, 90],
    ["the least that a rule keeps them for", { keepDays: 90, continuous: true }, 35],
    ["the default", {}, 35],
  ])("are locked in a mode that can be lifted again, for %s", async (_, more, minRetentionDays) => {
    const { resources } = await declare({
      backups: { ...hourly, buckets: ["assets"], lock: true, ...more },
    });
    const { name, inputs, options } = find(resources, types.lock);
    expect(name).toBe("recovery-lock");
    // Nothing of changeableForDays: with it AWS itself could not lift the lock.
    expect(inputs).toEqual({ backupVaultName: "shop-prod", minRetentionDays });
    expect(options.deleteBeforeReplace).toBe(true);
  });

  it("are locked for good where a transform says so", async () => {
    const { resources } = await declare({
      backups: { ...hourly, buckets: ["assets"], lock: true },
      transform: { lock: (args) => ({ ...args, changeableForDays: 3 }) },
    });
    expect(find(resources, types.lock).inputs.changeableForDays).toBe(3);
  });

  it("are not locked where nobody asks for it", async () => {
    const { resources } = await declare({
      backups: { ...hourly, buckets: ["assets"], lock: false },
    });
    expect(listOf(resources)).not.toContain(`${types.lock} recovery-lock`);
  });

  it("give the role to AWS Backup alone, with AWS's own rights for S3", async () => {
    const { resources } = await declare({ backups: { ...hourly, buckets: ["assets"] } });
    expect(JSON.parse(String(find(resources, types.role).inputs.assumeRolePolicy))).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "backup.amazonaws.com" },
          Action: "sts:AssumeRole",
        },
      ],
    });
    const attached = resources.filter(({ type }) => type === types.attachment);
    expect(attached.map(({ inputs }) => inputs.policyArn).sort()).toEqual([
      "arn:aws:iam::aws:policy/AWSBackupServiceRolePolicyForS3Backup",
      "arn:aws:iam::aws:policy/AWSBackupServiceRolePolicyForS3Restore",
    ]);
  });

  it("are previewed before vault and role exist", async () => {
    const { resources } = await declare({ backups: { ...hourly, buckets: ["assets"] } }, true);
    expect(find(resources, types.selection).inputs.resources).toEqual(["arn:aws:s3:::shop-assets"]);
  });
});

// Requirement: DR-08
describe("trial restores", () => {
  it("take the newest copy on the first of every month and leave it for a day", async () => {
    const { resources } = await declare({
      backups: { ...hourly, buckets: ["assets"], keepDays: 400 },
      restoreTests: {},
    });
    expect(find(resources, types.testingPlan).inputs).toEqual({
      name: "shop_prod",
      scheduleExpression: "cron(0 6 1 * ? *)",
      recoveryPointSelection: {
        algorithm: "LATEST_WITHIN_WINDOW",
        includeVaults: [vaultArn],
        recoveryPointTypes: ["SNAPSHOT"],
        selectionWindowDays: 35,
      },
      tags,
    });
    expect(find(resources, types.testingSelection).inputs).toMatchObject({
      name: "shop_prod",
      protectedResourceType: "S3",
      protectedResourceArns: ["arn:aws:s3:::shop-assets"],
      iamRoleArn: roleArn,
      validationWindowHours: 24,
    });
  });
});

// Requirement: DR-09, DR-10
describe("what the pipeline reads", () => {
  it("is where the state goes and what to return to, as inputs and outputs", async () => {
    const rollback = {
      deployment: "dpl_8Jx2",
      images: { hub: `ghcr.io/shop/hub@sha256:${"0".repeat(64)}` },
      migration: "20261101120000_add_projects",
    };
    const { resources, result } = await declare({ rollback, stateExport: { bucket: "backups" } });
    const stateExport = { bucket: "backups", prefix: "state/", schedule: "0 4 * * *" };
    expect(result.rollback).toEqual(rollback);
    expect(result.stateExport).toEqual(stateExport);
    expect(find(resources, types.component).outputs).toEqual({ rollback, stateExport });
  });

  it("is nothing where the file says nothing", async () => {
    const { result } = await declare();
    expect([result.rollback, result.stateExport]).toEqual([{}, undefined]);
  });
});

describe("Recovery refuses", () => {
  it.each<[string, Partial<RecoveryArgs>, string]>([
    [
      "a bucket that is not there",
      { backups: { every: "day", buckets: ["assets", "files"] } },
      "recovery.backups.buckets[1]: files; expected the key of a bucket on S3, one of assets, backups",
    ],
    [
      "any bucket where there is none",
      { backups: { every: "day", buckets: ["assets"] }, bucketArns: {} },
      "recovery.backups.buckets[0]: assets; expected the key of a bucket on S3, none: there is none",
    ],
    [
      "an export to a bucket that is not there",
      { stateExport: { bucket: "files" } },
      "recovery.stateExport.bucket: files; expected the key of a bucket on S3, one of assets, backups",
    ],
    [
      "an image that can become another one",
      { rollback: { images: { hub: "ghcr.io/shop/hub:latest" } } },
      "recovery.rollback.images.hub: ghcr.io/shop/hub:latest; expected an image by digest " +
        "(ghcr.io/acme/api@sha256: and 64 hex digits) or by commit (ghcr.io/acme/api: and 40 hex digits)",
    ],
  ])("%s", async (_, args, message) => {
    await expect(declare(args)).rejects.toMatchObject({ message });
  });
});
