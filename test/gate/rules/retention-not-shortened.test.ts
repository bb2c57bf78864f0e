import { expect, it } from "vitest";
import { retentionGuards } from "../../../gate/lib/retention";
import { retentionNotShortened as rule } from "../../../gate/rules/retention-not-shortened";
import { brief, judge, step } from "../support/changes";
import { describeGuards } from "./guards";

const lifecycle = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
const lock = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";
const deployments = "vercel:index/projectDeploymentRetention:ProjectDeploymentRetention";
const expires = (days: number, status = "Enabled") => ({
  rules: [{ status, expiration: { days } }],
});

describeGuards(rule, retentionGuards, [
  [
    "aws:cloudwatch/logGroup:LogGroup",
    { retentionInDays: 365 },
    { retentionInDays: 30 },
    "log retention 365 days → 30 days",
  ],
  [
    "aws:cloudwatch/logGroup:LogGroup",
    {},
    { retentionInDays: 3653 },
    "log retention forever → 3653 days",
  ],
  [
    lock,
    { rule: { defaultRetention: { years: 1 } } },
    { rule: { defaultRetention: { days: 364 } } },
    "object lock 365 days → 364 days",
  ],
  [lock, { rule: { defaultRetention: { days: 1 } } }, {}, "object lock 1 days → none"],
  [lifecycle, {}, expires(400), "days until objects expire forever → 400"],
  [lifecycle, expires(400), expires(399), "days until objects expire 400 → 399"],
  [lifecycle, expires(1, "Disabled"), expires(1), "days until objects expire forever → 1"],
  [
    lifecycle,
    { rules: [{ noncurrentVersionExpiration: { noncurrentDays: 30 } }] },
    { rules: [{ noncurrentVersionExpiration: { noncurrentDays: 7 } }] },
    "days that old versions are kept 30 → 7",
  ],
  [
    "aws:backup/plan:Plan",
    { rules: [{ ruleName: "hourly", lifecycle: { deleteAfter: 90 } }] },
    { rules: [{ ruleName: "hourly", lifecycle: { deleteAfter: 35 } }] },
    "retention of backups hourly 90 days → 35 days",
  ],
  [
    "aws:backup/plan:Plan",
    { rules: [{ ruleName: "hourly", lifecycle: { deleteAfter: 90 } }] },
    { rules: [] },
    "retention of backups hourly 90 days → none",
  ],
  [
    "aws:backup/vaultLockConfiguration:VaultLockConfiguration",
    { minRetentionDays: 35 },
    { minRetentionDays: 7 },
    "lock of backups 35 days → 7 days",
  ],
  [
    "aws:backup/vaultLockConfiguration:VaultLockConfiguration",
    { minRetentionDays: 7 },
    {},
    "lock of backups 7 days → none",
  ],
  [
    "aws:kms/key:Key",
    {},
    { deletionWindowInDays: 7 },
    "waiting time before the key is deleted 30 days → 7 days",
  ],
  [
    "aws:secretsmanager/secret:Secret",
    {},
    { recoveryWindowInDays: 0 },
    "waiting time before the secret is deleted 30 days → none",
  ],
  [
    "supabase-admin:index/pitrAddon:PitrAddon",
    { variant: "pitr_14" },
    { variant: "pitr_7" },
    "point-in-time recovery pitr_14 → pitr_7",
  ],
  [
    deployments,
    { expirationProduction: "1y" },
    { expirationProduction: "6m" },
    "retention of production deployments 1y → 6m",
  ],
  [deployments, {}, { expirationPreview: "1y" }, "retention of preview deployments unlimited → 1y"],
]);

it("takes the shortest of several lifetimes, and a rule that is gone for longer keeping", () => {
  const both = { rules: [...expires(400).rules, ...expires(30).rules] };
  const one = step({ type: lifecycle, before: both, after: expires(400) });
  expect(brief(judge(rule, [one]))[0]).toMatch(/^pass /);
  const back = step({ type: lifecycle, before: expires(400), after: both });
  expect(brief(judge(rule, [back]))).toEqual(["fail it: days until objects expire 400 → 30"]);
});
