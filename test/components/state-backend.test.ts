import { describe, expect, it } from "vitest";
import { StateBackend, type StateBackendArgs } from "../../components/state-backend";
import { backendUrl, secretsProvider } from "../../core/state-addresses";
import { find, listOf, onMocks, valueOf } from "../support/mocks";

const Component = "groundwork:state:StateBackend";
const Bucket = "aws:s3/bucket:Bucket";
const Key = "aws:kms/key:Key";
const Alias = "aws:kms/alias:Alias";
const Lifecycle = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
const Lock = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";
const Encryption =
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";

const computed = { [Key]: { arn: "arn:aws:kms:made", keyId: "made" } };
const smallest: StateBackendArgs = {
  bucket: "velocity-state",
  region: "us-east-1",
  keyAlias: "velocity-state",
};
const full: StateBackendArgs = {
  ...smallest,
  rotationPeriodInDays: 180,
  noncurrentDays: 365,
  objectLock: { mode: "COMPLIANCE", days: 7 },
  protect: false,
  tags: { owner: "platform-team" },
};

const declare = (args: StateBackendArgs, preview = false) =>
  onMocks(() => new StateBackend("state", args), { preview, outputs: computed });

// Requirement: STOR-03
describe("the smallest StateBackend", () => {
  it("declares a bucket with everything that keeps it shut, a key and its name", async () => {
    const { resources } = await declare(smallest);
    expect(listOf(resources)).toEqual([
      `${Alias} state-key-alias`,
      `${Key} state-key`,
      `${Bucket} state-bucket`,
      `${Lifecycle} state-bucket-lifecycle`,
      "aws:s3/bucketOwnershipControls:BucketOwnershipControls state-bucket-ownership",
      "aws:s3/bucketPolicy:BucketPolicy state-bucket-policy",
      "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock state-bucket-public-access",
      `${Encryption} state-bucket-encryption`,
      "aws:s3/bucketVersioning:BucketVersioning state-bucket-versioning",
      `${Component} state`,
      "groundwork:storage:StorageBucket state-bucket",
    ]);
  });

  it("versions and encrypts the bucket, takes TLS only and keeps old states for 90 days", async () => {
    const { resources } = await declare(smallest);
    const inputs = (type: string, name: string) => find(resources, type, name).inputs;
    expect(inputs(Bucket, "state-bucket")).toMatchObject({
      bucket: "velocity-state",
      region: "us-east-1",
      objectLockEnabled: false,
      forceDestroy: false,
    });
    expect(
      inputs("aws:s3/bucketVersioning:BucketVersioning", "state-bucket-versioning"),
    ).toMatchObject({ versioningConfiguration: { status: "Enabled" } });
    expect(inputs(Encryption, "state-bucket-encryption")["rules"]).toEqual([
      { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } },
    ]);
    expect(
      String(inputs("aws:s3/bucketPolicy:BucketPolicy", "state-bucket-policy")["policy"]),
    ).toContain('"aws:SecureTransport":"false"');
    expect(inputs(Lifecycle, "state-bucket-lifecycle")["rules"]).toMatchObject([
      { noncurrentVersionExpiration: { noncurrentDays: 90 } },
    ]);
  });

  it("makes a key that rotates each year, under its alias", async () => {
    const { resources } = await declare(smallest);
    expect(find(resources, Key).inputs).toEqual({
      region: "us-east-1",
      description: "Secrets in the state of Pulumi's stacks",
      enableKeyRotation: true,
      rotationPeriodInDays: 365,
      deletionWindowInDays: 30,
      tags: { Name: "velocity-state", Purpose: "state" },
    });
    expect(find(resources, Alias).inputs).toEqual({
      region: "us-east-1",
      name: "alias/velocity-state",
      targetKeyId: "made",
    });
  });

  it("protects bucket, key and alias", async () => {
    const { resources } = await declare(smallest);
    for (const type of [Bucket, Key, Alias]) {
      expect(find(resources, type).options.protect).toBe(true);
    }
  });

  it("answers addresses before anything exists", async () => {
    const { result, resources } = await declare(smallest, true);
    expect(result.backendUrl).toBe("s3://velocity-state?region=us-east-1");
    expect(find(resources, Component).inputs).toEqual({ ...smallest, tags: {} });
  });
});

describe("the full StateBackend", () => {
  it("locks old versions, rotates sooner, and lets Pulumi delete it all", async () => {
    const { result, resources } = await declare(full);
    expect(find(resources, Lock).inputs).toEqual({
      bucket: "velocity-state",
      region: "us-east-1",
      rule: { defaultRetention: { mode: "COMPLIANCE", days: 7 } },
    });
    expect(find(resources, Key).inputs).toMatchObject({
      rotationPeriodInDays: 180,
      tags: { owner: "platform-team" },
    });
    for (const type of [Bucket, Key, Alias]) {
      expect(find(resources, type).options).not.toHaveProperty("protect");
    }
    expect(await valueOf(result.bucketName)).toBe("velocity-state");
    expect(await valueOf(result.keyArn)).toBe("arn:aws:kms:made");
  });

  it("leaves the last word on the key and its alias to the transforms", async () => {
    const { resources } = await declare({
      ...full,
      transform: {
        key: (args) => void (args.multiRegion = true),
        alias: (_args, opts) => void (opts.retainOnDelete = true),
      },
    });
    expect(find(resources, Key).inputs["multiRegion"]).toBe(true);
    expect(find(resources, Alias).options).toMatchObject({ retainOnDelete: true });
  });
});

describe("StateBackend refuses", () => {
  it.each<[what: string, args: Partial<StateBackendArgs>, path: string]>([
    ["a bucket with capitals", { bucket: "Velocity" }, "bucket"],
    ["a bucket with a dot", { bucket: "velocity.state" }, "bucket"],
    ["an alias with its prefix", { keyAlias: "alias/state" }, "keyAlias"],
    ["an alias of AWS's own", { keyAlias: "aws/state" }, "keyAlias"],
    ["an alias with a blank", { keyAlias: "the state" }, "keyAlias"],
    ["no alias", { keyAlias: "" }, "keyAlias"],
    ["a rotation each month", { rotationPeriodInDays: 30 }, "rotationPeriodInDays"],
    ["a rotation in eight years", { rotationPeriodInDays: 2920 }, "rotationPeriodInDays"],
  ])("%s", async (_what, args, path) => {
    await expect(declare({ ...smallest, ...args })).rejects.toMatchObject({
      problems: [{ where: { path: `state.${path}` } }],
    });
  });
});

describe("the addresses of a state", () => {
  it("bind the secrets of a stack to its name", () => {
    expect(backendUrl(smallest)).toBe("s3://velocity-state?region=us-east-1");
    expect(secretsProvider(smallest, "prod")).toBe(
      "awskms://alias/velocity-state?region=us-east-1&context_stack=prod",
    );
  });
});
