import { describe, expect, it } from "vitest";
import { type S3BucketArgs, StorageBucket } from "../../components/storage";
import { onMocks } from "../support/mocks";

const declare = (args: S3BucketArgs) => onMocks(() => new StorageBucket("files", args));
const smallest: S3BucketArgs = { vendor: "s3", name: "shop-files" };

describe("StorageBucket refuses", () => {
  const transitions = (days: number, storageClass: "STANDARD_IA" | "GLACIER") => ({
    lifecycle: { transitions: [{ days, storageClass }], expirationDays: 60 },
  });

  it.each<[string, Partial<S3BucketArgs>, string]>([
    ["a name with dots", { name: "shop.files" }, "files.name: shop.files; expected 3 to 63"],
    ["a name that S3 keeps for itself", { name: "xn--shop" }, "files.name: xn--shop; expected"],
    [
      "a lock without versions",
      { purpose: "audit", versioning: false },
      "files.versioning: false; expected true, because object lock works on versions; turn versioning on or object lock off",
    ],
    [
      "a copy without versions",
      { versioning: false, replication: { name: "copy", region: "eu-west-1" } },
      "files.versioning: false; expected true, because replication works on versions",
    ],
    [
      "a key that nothing would use",
      { encryption: { kmsKeyId: "arn:k" } },
      "files.encryption.kmsKeyId: arn:k; expected no key unless the algorithm is aws:kms",
    ],
    [
      "a rotation of somebody else's key",
      { encryption: { algorithm: "aws:kms", kmsKeyId: "arn:k", rotationPeriodInDays: 90 } },
      "files.encryption.rotationPeriodInDays: 90; expected no rotation unless a KMS key is made here",
    ],
    [
      "a move that S3 takes later only",
      transitions(29, "STANDARD_IA"),
      "files.lifecycle.transitions[0].days: 29; expected 30 days or more for STANDARD_IA",
    ],
    [
      "a move after the end",
      transitions(60, "GLACIER"),
      "files.lifecycle.transitions[0].days: 60; expected fewer than expirationDays (60)",
    ],
    [
      "a copy in the same region",
      { region: "eu-west-1", replication: { name: "copy", region: "eu-west-1" } },
      "files.replication.region: eu-west-1; expected another region than the bucket's",
    ],
    [
      "a copy over the original",
      { replication: { name: "shop-files", region: "eu-west-1" } },
      "files.replication.name: shop-files; expected another name than the bucket's",
    ],
    [
      "a name too long for the role that copies",
      { name: "a".repeat(53), replication: { name: "copy", region: "eu-west-1" } },
      "files.name: 53 characters; expected at most 52",
    ],
  ])("%s", async (_what, args, message) => {
    await expect(declare({ ...smallest, ...args })).rejects.toMatchObject({
      message: expect.stringContaining(message) as string,
    });
  });

  it("everything wrong at once, before anything is declared", async () => {
    const args = { name: "A", encryption: { kmsKeyId: "arn:k" } };
    await expect(declare({ ...smallest, ...args })).rejects.toMatchObject({
      message: expect.stringMatching(
        /files\.name: A;[^]*\nfiles\.encryption\.kmsKeyId: arn:k;/,
      ) as string,
    });
  });
});
