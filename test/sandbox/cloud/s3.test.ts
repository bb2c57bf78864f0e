import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Properties, TestCloud } from "../server/harness";

const bucketType = "aws:s3/bucket:Bucket";
const policyType = "aws:s3/bucketPolicy:BucketPolicy";
const lockType = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";
const replicationType = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";
const versioningType = "aws:s3/bucketVersioning:BucketVersioning";
const lifecycleType = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";

let cloud: TestCloud;
beforeEach(async () => void (cloud = await TestCloud.open()));
afterEach(() => cloud.close());

const makeBucket = (more: Properties = {}) =>
  cloud.create(bucketType, "b", { bucket: "files", ...more });

const replication = {
  bucket: "files",
  role: "arn:aws:iam::123456789012:role/copier",
  rules: [{ status: "Enabled", destination: { bucket: "arn:aws:s3:::copy" } }],
};

describe("a setting of a bucket that does not exist is refused", () => {
  const settings: [string, Properties][] = [
    ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", {}],
    [
      "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
      { rule: { objectOwnership: "BucketOwnerEnforced" } },
    ],
    [policyType, { policy: "{}" }],
    [
      "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
      { rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }] },
    ],
    [versioningType, { versioningConfiguration: { status: "Enabled" } }],
    [lifecycleType, { rules: [{ id: "all", status: "Enabled" }] }],
    [lockType, {}],
    [replicationType, replication],
  ];

  test.each(settings)("%s", async (type, inputs) => {
    await expect(cloud.create(type, "s", { ...inputs, bucket: "nowhere" })).rejects.toThrow(
      "StatusCode: 404",
    );
    await expect(cloud.create(type, "s", { ...inputs, bucket: "nowhere" })).rejects.toThrow(
      "NoSuchBucket: The specified bucket does not exist",
    );
  });
});

describe("a bucket policy", () => {
  test.each(["not JSON", "", "{"])("that is no JSON is refused: %j", async (policy) => {
    await makeBucket();
    const { failures } = await cloud.check(policyType, "p", { bucket: "files", policy });
    expect(failures).toHaveLength(1);
    expect(failures).toMatchObject([{ property: "policy" }]);
  });

  test("that is JSON is taken, and called by the bucket's name", async () => {
    await makeBucket();
    const made = await cloud.create(policyType, "p", { bucket: "files", policy: "{}" });
    expect(made.id).toBe("files");
  });
});

describe("object lock", () => {
  test("is refused on a bucket that was made without it", async () => {
    await makeBucket();
    await expect(cloud.create(lockType, "l", { bucket: "files" })).rejects.toThrow(
      "InvalidRequest: Object Lock configuration cannot be enabled on existing buckets",
    );
  });

  test("is taken by a bucket that was made with it", async () => {
    await makeBucket({ objectLockEnabled: true });
    await expect(cloud.create(lockType, "l", { bucket: "files" })).resolves.toMatchObject({
      id: "files",
    });
  });
});

describe("replication", () => {
  test.each([undefined, "Suspended"])("is refused while versioning is %s", async (status) => {
    await makeBucket();
    if (status) {
      const versioningConfiguration = { status };
      await cloud.create(versioningType, "v", { bucket: "files", versioningConfiguration });
    }
    await expect(cloud.create(replicationType, "r", replication)).rejects.toThrow(
      "InvalidRequest: Versioning must be 'Enabled' on the bucket",
    );
  });

  test("is taken once versioning is enabled", async () => {
    await makeBucket();
    const versioningConfiguration = { status: "Enabled" };
    await cloud.create(versioningType, "v", { bucket: "files", versioningConfiguration });
    await expect(cloud.create(replicationType, "r", replication)).resolves.toMatchObject({
      id: "files",
    });
  });
});

describe("a policy of a role", () => {
  test("is refused while the role does not exist", async () => {
    const rights = { role: "nobody", name: "rights", policy: "{}" };
    await expect(cloud.create("aws:iam/rolePolicy:RolePolicy", "p", rights)).rejects.toThrow(
      "NoSuchEntity: The role with name nobody cannot be found.",
    );
  });
});
