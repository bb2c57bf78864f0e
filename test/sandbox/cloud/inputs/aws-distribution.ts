import type { Properties, TestCloud } from "../../server/harness";

export const behavior = {
  targetOriginId: "bucket",
  viewerProtocolPolicy: "redirect-to-https",
  allowedMethods: ["GET", "HEAD"],
  cachedMethods: ["GET", "HEAD"],
};

/** A distribution at a host, with what it names. */
export function distributionOf(
  host: string,
  names: { control: string; certificate: string; headers?: string },
): Properties {
  const { control, certificate, headers } = names;
  return {
    enabled: true,
    aliases: [host],
    origins: [
      {
        originId: "bucket",
        domainName: "made.s3.ca-central-1.amazonaws.com",
        originAccessControlId: control,
      },
    ],
    defaultCacheBehavior: {
      ...behavior,
      ...(headers !== undefined && { responseHeadersPolicyId: headers }),
    },
    restrictions: { geoRestriction: { restrictionType: "none" } },
    viewerCertificate: {
      acmCertificateArn: certificate,
      sslSupportMethod: "sni-only",
      minimumProtocolVersion: "TLSv1.2_2021",
    },
  };
}

export const control = {
  originAccessControlOriginType: "s3",
  signingBehavior: "always",
  signingProtocol: "sigv4",
};

/** What the types in front of a bucket need to be there, and the least that each takes. */
export async function distributionInputs(cloud: TestCloud): Promise<Record<string, Properties>> {
  const host = { domainName: "files.example.com", validationMethod: "DNS", region: "us-east-1" };
  const made = await cloud.create("aws:acm/certificate:Certificate", "kept-certificate", host);
  const { id } = await cloud.create(
    "aws:cloudfront/originAccessControl:OriginAccessControl",
    "kept-control",
    { ...control, name: "kept" },
  );
  return {
    "aws:acm/certificate:Certificate": { ...host, domainName: "other.example.com" },
    "aws:acm/certificateValidation:CertificateValidation": {
      certificateArn: made.id,
      region: "us-east-1",
    },
    "aws:cloudfront/distribution:Distribution": distributionOf("files.example.com", {
      control: id,
      certificate: made.id,
    }),
    "aws:cloudfront/originAccessControl:OriginAccessControl": { ...control, name: "other" },
    "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy": {
      name: "other",
      securityHeadersConfig: { contentTypeOptions: { override: true } },
    },
  };
}
