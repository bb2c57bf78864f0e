import { describe, expect, it } from "vitest";
import { type S3BucketArgs, StorageBucket } from "../../components/storage";
import { find, listOf, onMocks } from "../support/mocks";

const calls = {
  "aws:index/getCallerIdentity:getCallerIdentity": () => ({ accountId: "123456789012" }),
};
const asked = {
  resourceRecordName: "_1.files.shop.example.",
  resourceRecordType: "CNAME",
  resourceRecordValue: "_2.acm-validations.aws.",
};
const outputs = {
  "aws:acm/certificate:Certificate": { arn: "arn:cert", domainValidationOptions: [asked] },
  "aws:cloudfront/distribution:Distribution": {
    domainName: "d1.cloudfront.net",
    hostedZoneId: "Z2FDTNDATAQYW2",
  },
  "aws:s3/bucket:Bucket": { bucketRegionalDomainName: "shop-files.s3.ca-central-1.amazonaws.com" },
};
const declare = (args: S3BucketArgs) =>
  onMocks(() => new StorageBucket("files", args), { calls, outputs });

const served: S3BucketArgs = {
  vendor: "s3",
  name: "shop-files",
  purpose: "assets",
  distribution: { host: "files.shop.example" },
  zoneId: "Z0",
  tags: { product: "shop", tier: "prod", owner: "web-team" },
};
const tags = { ...served.tags, Name: "shop-files", Purpose: "assets" };

// Requirement: STOR-05
describe("a bucket that CloudFront serves", () => {
  it("has what serves it beside what every bucket has, and nothing else", async () => {
    const plain: Partial<S3BucketArgs> = { ...served };
    delete plain.distribution;
    delete plain.zoneId;
    const before = listOf((await declare(plain as S3BucketArgs)).resources);
    const after = listOf((await declare(served)).resources);
    expect(after.filter((it) => !before.includes(it)).sort()).toEqual([
      "aws:acm/certificate:Certificate files-certificate",
      "aws:acm/certificateValidation:CertificateValidation files-certificate-issued",
      "aws:cloudfront/distribution:Distribution files-distribution",
      "aws:cloudfront/originAccessControl:OriginAccessControl files-origin-access-control",
      "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy files-headers",
      "aws:route53/record:Record files-certificate-record",
      "aws:route53/record:Record files-record-a",
      "aws:route53/record:Record files-record-aaaa",
      "aws:s3/bucketObjectv2:BucketObjectv2 files-health",
    ]);
  });

  it("is asked by HTTPS alone, with TLS 1.2 at least, and by signed requests", async () => {
    const { resources } = await declare(served);
    const { inputs } = find(resources, "aws:cloudfront/distribution:Distribution");
    expect(inputs).toEqual({
      comment: "Objects of the bucket shop-files",
      enabled: true,
      aliases: ["files.shop.example"],
      httpVersion: "http2and3",
      isIpv6Enabled: true,
      priceClass: "PriceClass_100",
      origins: [
        {
          originId: "bucket",
          domainName: "shop-files.s3.ca-central-1.amazonaws.com",
          originAccessControlId: expect.any(String) as string,
        },
      ],
      defaultCacheBehavior: {
        targetOriginId: "bucket",
        viewerProtocolPolicy: "redirect-to-https",
        allowedMethods: ["GET", "HEAD"],
        cachedMethods: ["GET", "HEAD"],
        compress: true,
        cachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6",
        responseHeadersPolicyId: expect.any(String) as string,
      },
      restrictions: { geoRestriction: { restrictionType: "none" } },
      viewerCertificate: {
        acmCertificateArn: "arn:cert",
        sslSupportMethod: "sni-only",
        minimumProtocolVersion: "TLSv1.2_2021",
      },
      tags,
    });
    const control = find(resources, "aws:cloudfront/originAccessControl:OriginAccessControl");
    expect(control.inputs).toMatchObject({ signingBehavior: "always", signingProtocol: "sigv4" });
  });

  it("lets in distributions of this account, and still denies whatever does not come by TLS", async () => {
    const { resources } = await declare(served);
    const { policy } = find(resources, "aws:s3/bucketPolicy:BucketPolicy").inputs;
    const { Statement } = JSON.parse(String(policy)) as { Statement: unknown[] };
    expect(Statement).toEqual([
      expect.objectContaining({
        Sid: "DenyWithoutTls",
        Effect: "Deny",
        Principal: "*",
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      }),
      {
        Sid: "DistributionReads",
        Effect: "Allow",
        Principal: { Service: "cloudfront.amazonaws.com" },
        Action: "s3:GetObject",
        Resource: "arn:aws:s3:::shop-files/*",
        Condition: {
          StringEquals: { "aws:SourceAccount": "123456789012" },
          ArnLike: { "aws:SourceArn": "arn:aws:cloudfront::123456789012:distribution/*" },
        },
      },
    ]);
    const { inputs } = find(resources, "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock");
    expect(inputs).toMatchObject({ blockPublicPolicy: true, restrictPublicBuckets: true });
  });

  it("answers with the header baseline, and lets hosts beside it show its files", async () => {
    const { resources } = await declare(served);
    const type = "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy";
    expect(find(resources, type).inputs).toMatchObject({
      name: "shop-files",
      securityHeadersConfig: {
        strictTransportSecurity: { accessControlMaxAgeSec: 63_072_000, includeSubdomains: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: "DENY" },
        referrerPolicy: { referrerPolicy: "strict-origin-when-cross-origin" },
      },
      customHeadersConfig: {
        items: [{ header: "Cross-Origin-Resource-Policy", value: "same-site" }],
      },
    });
  });

  it("proves its host by a record, in the region that CloudFront reads", async () => {
    const { resources } = await declare(served);
    expect(find(resources, "aws:acm/certificate:Certificate").inputs).toEqual({
      domainName: "files.shop.example",
      validationMethod: "DNS",
      region: "us-east-1",
      tags,
    });
    const record = find(resources, "aws:route53/record:Record", "files-certificate-record");
    expect(record.inputs).toEqual({
      zoneId: "Z0",
      name: asked.resourceRecordName,
      type: "CNAME",
      ttl: 300,
      records: [asked.resourceRecordValue],
    });
  });

  it.each(["A", "AAAA"])("is reached by an alias of type %s", async (type) => {
    const { resources } = await declare(served);
    const role = `files-record-${type.toLowerCase()}`;
    expect(find(resources, "aws:route53/record:Record", role).inputs).toEqual({
      zoneId: "Z0",
      name: "files.shop.example",
      type,
      aliases: [
        { name: "d1.cloudfront.net", zoneId: "Z2FDTNDATAQYW2", evaluateTargetHealth: false },
      ],
    });
  });

  it("has an object for those who ask how it is", async () => {
    const { resources } = await declare(served);
    expect(find(resources, "aws:s3/bucketObjectv2:BucketObjectv2").inputs).toMatchObject({
      bucket: "shop-files",
      key: "health.txt",
      content: "healthy\n",
    });
  });

  it("has no second host for its copy", async () => {
    const { resources } = await declare({
      ...served,
      replication: { name: "shop-files-copy", region: "ca-west-1" },
    });
    const type = "aws:cloudfront/distribution:Distribution";
    expect(resources.filter((it) => it.type === type)).toHaveLength(1);
    const policy = find(resources, "aws:s3/bucketPolicy:BucketPolicy", "files-replica-policy");
    expect(policy.inputs.policy).not.toContain("cloudfront");
  });

  it.each<[string, Partial<S3BucketArgs>, string]>([
    ["without a zone", { zoneId: undefined }, "zoneId: missing; expected the id of the zone"],
    ["of backups", { purpose: "backup" }, "distribution: backup; expected a bucket of purpose"],
    [
      "under a key that CloudFront cannot use",
      { encryption: { algorithm: "aws:kms" } },
      "encryption.algorithm: aws:kms; expected AES256, since CloudFront has no right to the key",
    ],
  ])("is refused %s", async (_, change, message) => {
    await expect(declare({ ...served, ...change })).rejects.toThrow(message);
  });
});
