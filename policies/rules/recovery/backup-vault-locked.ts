import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { readProperty } from "../../../core/value";
import { type Namers, namersOf } from "../../lib/naming";
import { providerTypes } from "../../lib/provider-types";
import { backups } from "../../lib/recovery/references";
import { textOf } from "../../lib/text";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";

const { awsBackupVault, awsVaultLock } = providerTypes;

// Requirement: DR-01
export const backupVaultLocked = defineRule({
  id: "backup-vault-locked",
  title: "Copies cannot be deleted before their time",
  why: "Whoever gets hold of the account, or errs in it, deletes the copies first, and then what they are copies of.",
  fix: "Leave groundwork:recovery.backups.lock out of the stack file, or declare a VaultLockConfiguration of the vault.",
  severity: "high",
  topics: ["recovery", "data"],
  references: [
    ...backups,
    {
      standard: "AWS Backup",
      clause: "Vault Lock",
      url: "https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html",
    },
  ],
  appliesTo: "stack",
  options: z.strictObject({
    minDays: z
      .int()
      .min(0)
      .max(36_500)
      .describe("Days for which the lock keeps each new copy at least; 0 asks for no lock."),
  }),
  check: (stack, { options: { minDays } }) => {
    if (minDays === 0) return notApplicable("the tier asks for no lock of backups");
    const vaults = stack.ofType(awsBackupVault);
    if (vaults.length === 0) return notApplicable("nothing is backed up here");
    const locks = namersOf(stack, { types: [awsVaultLock], names: "backupVaultName", own: "name" });
    return vaults.flatMap((vault) => judgeVault(vault, locks, minDays));
  },
});

const input = "backups.lock";

function judgeVault(vault: DeclaredResource, locks: Namers, minDays: number): Answer[] {
  const { urn } = vault;
  const wanted = `a lock that keeps each copy for at least ${minDays} days`;
  const own = locks.of(vault);
  if (own.length > 0) return own.map((lock) => judgeLock(lock, minDays));
  if (!locks.someUndecided) return [fail({ urn, input, found: null, wanted })];
  const message =
    "found a VaultLockConfiguration whose vault is not known before the update; name the vault";
  return [unknown({ urn, input, wanted, message })];
}

function judgeLock({ urn, inputs }: DeclaredResource, minDays: number): Answer {
  const property = "minRetentionDays";
  const evidence = { urn, property, input, wanted: `at least ${minDays} days` };
  const days = readProperty(inputs, [property]);
  if (days.state === "unknown") return unknown(evidence);
  // Left out, a lock takes copies that are kept for a day.
  if (days.state === "absent") return fail({ ...evidence, found: null });
  const found = `${textOf(days)} days`;
  return Number(days.value) >= minDays
    ? pass({ ...evidence, found })
    : fail({ ...evidence, found });
}
