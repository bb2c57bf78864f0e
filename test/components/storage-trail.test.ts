import { describe, expect, it } from "vitest";
import { type S3BucketArgs, StorageBucket } from "../../components/storage";
import { find, onMocks, type Registered, valueOf } from "../support/mocks";

const calls = {
  "aws:index/getCallerIdentity:getCallerIdentity": () => ({ accountId: "123456789012" }),
  "aws:index/getRegion:getRegion": () => ({ region: "ca-central-1" }),
};
const declare = (args: S3BucketArgs) => onMocks(() => new StorageBucket("files", args), { calls });

const Policy = "aws:s3/bucketPolicy:BucketPolicy";
const smallest: S3BucketArgs = { vendor: "s3", name: "shop-files" };
const copied: S3BucketArgs = {
  ...smallest,
  replication: { name: "shop-files-copy", region: "ca-west-1" },
};

const policyOf = (resources: readonly Registered[], type: string, name: string) =>
  JSON.parse(String(find(resources, type, name).inputs.policy)) as Record<string, unknown>;

describe("a bucket that a trail writes to", () => {
  // Requirement: LOG-07, COMP-07
  it.each([
    ["", undefined],
    ["calls/", "calls"],
  ])("lets one trail write below %j, and nobody else", async (folder, prefix) => {
    const { resources, result } = await declare({
      ...smallest,
      cloudTrail: { name: "shop-prod", ...(prefix !== undefined && { prefix }) },
    });
    const SourceArn = "arn:aws:cloudtrail:ca-central-1:123456789012:trail/shop-prod";
    const Principal = { Service: "cloudtrail.amazonaws.com" };
    const { Statement } = policyOf(resources, Policy, "files-policy");
    expect(Statement).toEqual([
      expect.objectContaining({ Sid: "DenyWithoutTls" }),
      {
        Sid: "TrailLooks",
        Effect: "Allow",
        Principal,
        Action: "s3:GetBucketAcl",
        Resource: "arn:aws:s3:::shop-files",
        Condition: { StringEquals: { "aws:SourceArn": SourceArn } },
      },
      {
        Sid: "TrailWrites",
        Effect: "Allow",
        Principal,
        Action: "s3:PutObject",
        Resource: `arn:aws:s3:::shop-files/${folder}AWSLogs/123456789012/*`,
        Condition: {
          StringEquals: {
            "aws:SourceArn": SourceArn,
            "s3:x-amz-acl": "bucket-owner-full-control",
          },
        },
      },
    ]);
    expect(await valueOf(result.openBucketName!)).toBe("shop-files");
  });

  it("lets no trail write into the copy in another region", async () => {
    const { resources } = await declare({ ...copied, cloudTrail: { name: "shop-prod" } });
    const { Statement } = policyOf(resources, Policy, "files-replica-policy");
    expect(Statement).toMatchObject([{ Sid: "DenyWithoutTls" }]);
  });
});
