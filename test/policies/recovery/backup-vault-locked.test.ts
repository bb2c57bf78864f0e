import { describe, expect, it } from "vitest";
import type { DeclaredResource } from "../../../core/resource";
import { UNKNOWN, type PropertyMap } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { backupVaultLocked as rule } from "../../../policies/rules/recovery/backup-vault-locked";
import { asking } from "../support/recovery";
import { brief, judge, profile, resource } from "../support/stack";

const { awsBackupVault, awsVaultLock } = providerTypes;
const vault = resource(awsBackupVault, "vault", { name: "shop-prod" });
const other = resource(awsBackupVault, "other", {});

/** A lock that is computed from its vault. */
const lockOf = (of: DeclaredResource, inputs: PropertyMap = { minRetentionDays: 7 }) =>
  resource(
    awsVaultLock,
    "lock",
    { backupVaultName: UNKNOWN, ...inputs },
    { propertyDependencies: { backupVaultName: [of.urn] } },
  );
const named = (backupVaultName: string | typeof UNKNOWN) =>
  resource(awsVaultLock, "lock", { backupVaultName, minRetentionDays: 7 });

const ask = (...resources: DeclaredResource[]) => brief(judge(rule, resources));
const missing = (name: string) =>
  `fail ${name}: found nothing, wanted a lock that keeps each copy for at least 7 days`;

// Requirement: DR-01
describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts a vault with a lock, named by an output or by its name", () => {
    expect(ask(vault, lockOf(vault))).toEqual([`pass lock: ${rule.title}`]);
    expect(ask(vault, named("shop-prod"))).toEqual([`pass lock: ${rule.title}`]);
  });

  it("reports a vault without a lock, also beside the lock of another one", () => {
    expect(ask(vault)).toEqual([missing("vault")]);
    expect(ask(vault, other, lockOf(other))).toEqual([
      missing("vault"),
      `pass lock: ${rule.title}`,
    ]);
    expect(ask(other, named("shop-prod"))).toEqual([missing("other")]);
  });

  it.each<[PropertyMap, string]>([
    [{}, "nothing"],
    [{ minRetentionDays: 6 }, "6 days"],
  ])("reports a lock that keeps copies too short: %j", (inputs, found) => {
    expect(ask(vault, lockOf(vault, inputs))).toEqual([
      `fail lock: minRetentionDays: found ${found}, wanted at least 7 days`,
    ]);
  });

  it("accepts a lock that nobody can lift again", () => {
    const lock = lockOf(vault, { minRetentionDays: 35, changeableForDays: 3 });
    expect(ask(vault, lock)).toEqual([`pass lock: ${rule.title}`]);
  });

  it("cannot tell for how long, or whose the lock is, before that is known", () => {
    expect(ask(vault, lockOf(vault, { minRetentionDays: UNKNOWN }))).toEqual([
      expect.stringMatching(/^unknown lock: minRetentionDays: not known before the update/),
    ]);
    expect(ask(vault, named(UNKNOWN))).toEqual([
      "unknown vault: found a VaultLockConfiguration whose vault is not known before the update; name the vault",
    ]);
  });

  it("takes a longer time that the stack asks for, and asks nothing where there is no vault", () => {
    expect(brief(judge(rule, [asking(rule.id, { minDays: 8 }), vault, lockOf(vault)]))).toEqual([
      "fail lock: minRetentionDays: found 7 days, wanted at least 8 days",
    ]);
    expect(ask()).toEqual(["not-applicable groundwork-prod: nothing is backed up here"]);
  });

  it.each(["dev", "staging"] as const)("asks nothing of %s", (tier) => {
    expect(brief(judge(rule, [profile({ tier }), vault], { stack: tier }))).toEqual([
      `not-applicable groundwork-prod: the tier asks for no lock of backups`,
    ]);
  });
});
