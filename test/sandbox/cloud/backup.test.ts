import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { TestCloud } from "../server/harness";

const vaultType = "aws:backup/vault:Vault";
const lockType = "aws:backup/vaultLockConfiguration:VaultLockConfiguration";

let cloud: TestCloud;
beforeEach(async () => {
  cloud = await TestCloud.open();
});
afterEach(() => cloud.close());

describe("the lock of a vault", () => {
  test("is called by the vault's name", async () => {
    await cloud.create(vaultType, "vault", { name: "copies" });
    const lock = await cloud.create(lockType, "lock", { backupVaultName: "copies" });
    expect(lock.id).toBe("copies");
  });

  test("has to have a vault that is there", async () => {
    await expect(cloud.create(lockType, "lock", { backupVaultName: "gone" })).rejects.toThrow(
      "ResourceNotFoundException: Backup Vault gone does not exist",
    );
  });
});
