import { describe, expect, it } from "vitest";
import { type S3BucketArgs, StorageBucket } from "../../components/storage";
import { find, listOf, onMocks, type Registered } from "../support/mocks";

const declare = (args: S3BucketArgs, preview = false) =>
  onMocks(() => new StorageBucket("files", args), { preview, outputs: computed });

/** What AWS alone knows. */
const computed = {
  "aws:s3/bucket:Bucket": { arn: "arn:aws:s3:::made" },
  "aws:kms/key:Key": { arn: "arn:aws:kms:made" },
  "aws:iam/role:Role": { arn: "arn:aws:iam::role/made" },
};

const Component = "groundwork:storage:StorageBucket";
const Bucket = "aws:s3/bucket:Bucket";
const Key = "aws:kms/key:Key";
const Lifecycle = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
const Lock = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";
const Ownership = "aws:s3/bucketOwnershipControls:BucketOwnershipControls";
const Policy = "aws:s3/bucketPolicy:BucketPolicy";
const Access = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
const Replication = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";
const Encryption =
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
const Versioning = "aws:s3/bucketVersioning:BucketVersioning";
const Role = "aws:iam/role:Role";
const RolePolicy = "aws:iam/rolePolicy:RolePolicy";

const smallest: S3BucketArgs = { vendor: "s3", name: "shop-files" };
const full: S3BucketArgs = {
  vendor: "s3",
  name: "shop-backups",
  purpose: "backup",
  region: "ca-central-1",
  encryption: { algorithm: "aws:kms", rotationPeriodInDays: 90 },
  objectLock: { mode: "COMPLIANCE", days: 35 },
  lifecycle: {
    noncurrentDays: 40,
    abortMultipartDays: 2,
    expirationDays: 400,
    transitions: [{ days: 30, storageClass: "GLACIER_IR" }],
  },
  replication: { name: "shop-backups-copy", region: "ca-west-1", storageClass: "STANDARD_IA" },
  protect: true,
  retainOnDelete: true,
};

const inputsOf = (resources: readonly Registered[], type: string, name?: string) =>
  find(resources, type, name).inputs;
const policyOf = (resources: readonly Registered[], type: string, name: string, key = "policy") =>
  JSON.parse(String(inputsOf(resources, type, name)[key])) as Record<string, unknown>;

describe("the smallest StorageBucket", () => {
  it("declares a bucket and everything that keeps it shut, and nothing else", async () => {
    const { resources } = await declare(smallest);
    expect(listOf(resources)).toEqual([
      `${Bucket} files`,
      `${Lifecycle} files-lifecycle`,
      `${Ownership} files-ownership`,
      `${Policy} files-policy`,
      `${Access} files-public-access`,
      `${Encryption} files-encryption`,
      `${Versioning} files-versioning`,
      `${Component} files`,
    ]);
    const children = resources.filter(({ type }) => type !== Component);
    expect(children.map(({ parent }) => parent)).toEqual(children.map(() => `${Component} files`));
  });

  it("names the bucket, and neither locks it nor lets Pulumi delete what is in it", async () => {
    const { resources } = await declare(smallest);
    expect(inputsOf(resources, Bucket)).toEqual({
      bucket: "shop-files",
      objectLockEnabled: false,
      forceDestroy: false,
      tags: { Name: "shop-files", Purpose: "files" },
    });
    expect(find(resources, Bucket).options).toMatchObject({ deleteBeforeReplace: true });
    expect(find(resources, Bucket).options).not.toHaveProperty("protect");
    expect(find(resources, Bucket).options).not.toHaveProperty("retainOnDelete");
  });

  it("keeps the public out in all four ways, and ACLs off", async () => {
    const { resources } = await declare(smallest);
    expect(inputsOf(resources, Access)).toEqual({
      bucket: "shop-files",
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    expect(inputsOf(resources, Ownership)).toEqual({
      bucket: "shop-files",
      rule: { objectOwnership: "BucketOwnerEnforced" },
    });
  });

  it.each([true, false])(
    "denies whatever does not come by TLS, which a preview shows whole (preview: %s)",
    async (preview) => {
      const { resources } = await declare(smallest, preview);
      expect(policyOf(resources, Policy, "files-policy")).toEqual({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "DenyWithoutTls",
            Effect: "Deny",
            Principal: "*",
            Action: "s3:*",
            Resource: ["arn:aws:s3:::shop-files", "arn:aws:s3:::shop-files/*"],
            Condition: { Bool: { "aws:SecureTransport": "false" } },
          },
        ],
      });
    },
  );

  it("sets the policy after the public is shut out, and the lifecycle after versioning", async () => {
    const { resources } = await declare(smallest);
    expect(find(resources, Policy).options.dependsOn).toContain("files-public-access");
    expect(find(resources, Lifecycle).options.dependsOn).toContain("files-versioning");
  });

  it("encrypts with keys of S3's own, keeps versions and cleans up", async () => {
    const { resources } = await declare(smallest);
    expect(inputsOf(resources, Encryption)).toEqual({
      bucket: "shop-files",
      rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
    });
    expect(inputsOf(resources, Versioning)).toEqual({
      bucket: "shop-files",
      versioningConfiguration: { status: "Enabled" },
    });
    expect(inputsOf(resources, Lifecycle)).toEqual({
      bucket: "shop-files",
      rules: [
        {
          id: "all",
          status: "Enabled",
          filter: {},
          abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
          noncurrentVersionExpiration: { noncurrentDays: 30 },
        },
      ],
    });
  });

  it("answers the bucket's name and ARN, and repeats its args as inputs", async () => {
    const { resources } = await declare(smallest);
    expect(find(resources, Component).inputs).toEqual(smallest);
    expect(find(resources, Component).outputs).toEqual({
      bucketName: "shop-files",
      arn: "arn:aws:s3:::made",
    });
  });
});

// Requirement: STOR-04, STOR-07, STOR-08, STOR-09
describe("the full StorageBucket", () => {
  it("declares the bucket, its key, its copy in another region and the role that copies", async () => {
    const { resources } = await declare(full);
    const bucketWith = (name: string) => [
      `${Bucket} ${name}`,
      `${Encryption} ${name}-encryption`,
      `${Key} ${name}-key`,
      `${Lifecycle} ${name}-lifecycle`,
      `${Lock} ${name}-object-lock`,
      `${Ownership} ${name}-ownership`,
      `${Policy} ${name}-policy`,
      `${Access} ${name}-public-access`,
      `${Versioning} ${name}-versioning`,
    ];
    expect(listOf(resources)).toEqual(
      [
        `${Component} files`,
        ...bucketWith("files"),
        ...bucketWith("files-replica"),
        `${Replication} files-replication`,
        `${Role} files-replication-role`,
        `${RolePolicy} files-replication-role-policy`,
      ].sort(),
    );
  });

  it("locks the bucket when it is made, and every new version for as long as is said", async () => {
    const { resources } = await declare(full);
    for (const name of ["files", "files-replica"]) {
      expect(inputsOf(resources, Bucket, name)).toMatchObject({ objectLockEnabled: true });
      expect(inputsOf(resources, Lock, `${name}-object-lock`)).toMatchObject({
        rule: { defaultRetention: { mode: "COMPLIANCE", days: 35 } },
      });
      expect(find(resources, Lock, `${name}-object-lock`).options.dependsOn).toContain(
        `${name}-versioning`,
      );
    }
  });

  it("makes a rotated key for each region, and encrypts with it", async () => {
    const { resources } = await declare(full);
    expect(inputsOf(resources, Key, "files-key")).toEqual({
      region: "ca-central-1",
      description: "Objects of the bucket shop-backups",
      enableKeyRotation: true,
      rotationPeriodInDays: 90,
      deletionWindowInDays: 30,
      tags: { Name: "shop-backups", Purpose: "backup" },
    });
    expect(inputsOf(resources, Key, "files-replica-key")).toMatchObject({ region: "ca-west-1" });
    expect(inputsOf(resources, Encryption, "files-encryption")).toEqual({
      bucket: "shop-backups",
      region: "ca-central-1",
      rules: [
        {
          applyServerSideEncryptionByDefault: {
            sseAlgorithm: "aws:kms",
            kmsMasterKeyId: "arn:aws:kms:made",
          },
          bucketKeyEnabled: true,
        },
      ],
    });
  });

  it("cleans up as it is told", async () => {
    const { resources } = await declare(full);
    expect(inputsOf(resources, Lifecycle, "files-lifecycle")).toEqual({
      bucket: "shop-backups",
      region: "ca-central-1",
      rules: [
        {
          id: "all",
          status: "Enabled",
          filter: {},
          abortIncompleteMultipartUpload: { daysAfterInitiation: 2 },
          noncurrentVersionExpiration: { noncurrentDays: 40 },
          expiration: { days: 400 },
          transitions: [{ days: 30, storageClass: "GLACIER_IR" }],
        },
      ],
    });
  });

  it("copies every object within 15 minutes, but no deletion, to the other region's key", async () => {
    const { resources } = await declare(full);
    expect(inputsOf(resources, Replication)).toEqual({
      bucket: "shop-backups",
      region: "ca-central-1",
      role: "arn:aws:iam::role/made",
      rules: [
        {
          id: "all",
          status: "Enabled",
          priority: 1,
          filter: {},
          deleteMarkerReplication: { status: "Disabled" },
          sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } },
          destination: {
            bucket: "arn:aws:s3:::made",
            storageClass: "STANDARD_IA",
            encryptionConfiguration: { replicaKmsKeyId: "arn:aws:kms:made" },
            replicationTime: { status: "Enabled", time: { minutes: 15 } },
            metrics: { status: "Enabled", eventThreshold: { minutes: 15 } },
          },
        },
      ],
    });
    expect(find(resources, Replication).options.dependsOn).toEqual(
      expect.arrayContaining([
        "files-replica-versioning",
        "files-replication-role-policy",
        "files-versioning",
      ]),
    );
  });

  it("lets S3 alone take the role, for this bucket, and gives it no right beyond copying", async () => {
    const { resources } = await declare(full);
    const trust = policyOf(resources, Role, "files-replication-role", "assumeRolePolicy");
    expect(trust).toMatchObject({
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "s3.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: { ArnLike: { "aws:SourceArn": "arn:aws:s3:::shop-backups" } },
        },
      ],
    });
    expect(inputsOf(resources, Role)).toMatchObject({ name: "shop-backups-replication" });
    const { Statement } = policyOf(resources, RolePolicy, "files-replication-role-policy");
    const rights = Statement as { Effect: string; Action: string[]; Resource: string }[];
    expect(rights.map(({ Effect, Resource }) => `${Effect} ${Resource}`)).toEqual([
      "Allow arn:aws:s3:::shop-backups",
      "Allow arn:aws:s3:::shop-backups/*",
      "Allow arn:aws:s3:::shop-backups-copy/*",
      "Allow arn:aws:kms:made",
      "Allow arn:aws:kms:made",
    ]);
    expect(rights.flatMap(({ Action }) => Action).join()).not.toMatch(
      /\*|Delete(Object|Bucket)|Put/,
    );
  });

  it("protects and retains what holds data or opens it: buckets and keys", async () => {
    const { resources } = await declare(full);
    const held = resources.filter(({ options }) => options.protect && options.retainOnDelete);
    expect(listOf(held)).toEqual([
      `${Key} files-key`,
      `${Key} files-replica-key`,
      `${Bucket} files`,
      `${Bucket} files-replica`,
    ]);
  });
});

describe("StorageBucket", () => {
  it.each([
    ["assets", false, undefined, 30],
    ["files", false, undefined, 30],
    ["state", false, undefined, 90],
    ["backup", true, 30, 30],
    ["audit", true, 365, 365],
  ] as const)("of purpose %s: lock %s for %s days, old versions for %i", async (...row) => {
    const [purpose, objectLockEnabled, days, noncurrentDays] = row;
    const { resources } = await declare({ ...smallest, purpose });
    expect(inputsOf(resources, Bucket)).toMatchObject({ objectLockEnabled });
    const locks = resources.filter(({ type }) => type === Lock).map(({ inputs }) => inputs.rule);
    const mode = "GOVERNANCE";
    expect(locks).toEqual(days === undefined ? [] : [{ defaultRetention: { mode, days } }]);
    expect(inputsOf(resources, Lifecycle)).toMatchObject({
      rules: [{ noncurrentVersionExpiration: { noncurrentDays } }],
    });
  });

  it("of purpose backup goes without a lock where the args say so", async () => {
    const { resources } = await declare({ ...smallest, purpose: "backup", objectLock: false });
    expect(inputsOf(resources, Bucket)).toMatchObject({ objectLockEnabled: false });
    expect(resources.map(({ type }) => type)).not.toContain(Lock);
  });

  it("suspends versioning where the args turn it off", async () => {
    const { resources } = await declare({ ...smallest, versioning: false });
    expect(inputsOf(resources, Versioning).versioningConfiguration).toEqual({
      status: "Suspended",
    });
  });

  it("uses a KMS key that it is given, and makes none", async () => {
    const kmsKeyId = "arn:aws:kms:eu-west-1:123456789012:key/1a2b3c";
    const { resources } = await declare({
      ...smallest,
      encryption: { algorithm: "aws:kms", kmsKeyId },
    });
    expect(resources.map(({ type }) => type)).not.toContain(Key);
    expect(inputsOf(resources, Encryption).rules).toEqual([
      {
        applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: kmsKeyId },
        bucketKeyEnabled: true,
      },
    ]);
  });

  it("copies without promise, metrics, class or keys where none is asked for", async () => {
    const replication = { name: "shop-copy", region: "eu-west-2", timeControl: false };
    const { resources } = await declare({ ...smallest, replication });
    const [rule] = inputsOf(resources, Replication).rules as Record<string, unknown>[];
    expect(rule).not.toHaveProperty("sourceSelectionCriteria");
    expect(rule?.destination).toEqual({ bucket: "arn:aws:s3:::made" });
    const { Statement } = policyOf(resources, RolePolicy, "files-replication-role-policy");
    expect(JSON.stringify(Statement)).not.toContain("kms");
  });

  it("lets a transform have the last word on each child, the copy's too", async () => {
    const seen: string[] = [];
    const note = (_args: object, _opts: object, name: string) => void seen.push(name);
    const transform = {
      bucket: note,
      publicAccessBlock: note,
      ownershipControls: note,
      policy: note,
      encryption: note,
      key: note,
      versioning: note,
      lifecycle: note,
      objectLock: note,
      replication: note,
      replicationRole: note,
      replicationRolePolicy: note,
    };
    const { resources } = await declare({ ...full, transform });
    const children = resources.filter(({ type }) => type !== Component).map(({ name }) => name);
    expect(seen.sort()).toEqual(children.sort());
    expect(find(resources, Component).inputs).not.toHaveProperty("transform");
  });
});
