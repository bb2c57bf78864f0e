import * as messages from "@pulumi/pulumi/proto/provider_pb";
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

describe("a bucket's name is taken", () => {
  test("whatever region the second one asks for", async () => {
    await makeBucket({ region: "ca-central-1" });
    const second = { bucket: "files", region: "eu-west-1" };
    await expect(cloud.create(bucketType, "c", second, { stack: "prod" })).rejects.toThrow(
      "creating S3 Bucket (files): operation error S3: CreateBucket, https response error StatusCode: 409",
    );
  });
});

describe("a bucket of another region", () => {
  const { UPDATE_REPLACE } = messages.PropertyDiff.Kind;
  const change = async (before: Properties, after: Properties) => {
    await cloud.configure("aws", { region: "ca-central-1" }, "dev");
    const inputs = { bucket: "files", ...before };
    const { properties } = await makeBucket(before);
    return cloud.diffFrom(
      bucketType,
      "b",
      { inputs, state: properties },
      { bucket: "files", ...after },
    );
  };

  test.each([
    [{ region: "ca-central-1" }, { region: "eu-west-1" }],
    [{}, { region: "eu-west-1" }],
    [{ region: "eu-west-1" }, {}],
  ])("replaces it: %o to %o", async (before, after) => {
    expect(await change(before, after)).toMatchObject({
      replaces: ["region"],
      detailed: { region: UPDATE_REPLACE },
    });
  });

  test.each([
    [{}, { region: "ca-central-1" }],
    [{ region: "ca-central-1" }, {}],
    [{}, {}],
  ])("is none where the provider's own is said or not: %o to %o", async (before, after) => {
    expect(await change(before, after)).toMatchObject({ replaces: [], diffs: [] });
  });

  test("is one where the provider's own changes", async () => {
    await cloud.configure("aws", { region: "ca-central-1" }, "dev");
    const { properties } = await makeBucket();
    await cloud.configure("aws", { region: "us-east-1" }, "dev");
    const state = { inputs: { bucket: "files" }, state: properties };
    expect(await cloud.diffFrom(bucketType, "b", state, { bucket: "files" })).toMatchObject({
      replaces: ["region"],
    });
  });
});

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
