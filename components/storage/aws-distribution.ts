import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { child, type Component, type Transform } from "../component";
import { declareCertificate, type CertificateTransforms } from "./aws-certificate";
import {
  cachingOptimized,
  customHeaders,
  type DistributionSpec,
  healthObject,
  minimumProtocolVersion,
  securityHeaders,
} from "./distribution-spec";

/** The last word on each child in front of a bucket. */
export interface DistributionTransforms extends CertificateTransforms {
  /** The distribution of CloudFront. */
  distribution?: Transform<aws.cloudfront.DistributionArgs> | undefined;
  /** How CloudFront signs what it asks the bucket. */
  originAccessControl?: Transform<aws.cloudfront.OriginAccessControlArgs> | undefined;
  /** The headers of every answer. */
  responseHeadersPolicy?: Transform<aws.cloudfront.ResponseHeadersPolicyArgs> | undefined;
  /** The object that health checks ask for. */
  healthObject?: Transform<aws.s3.BucketObjectv2Args> | undefined;
}

/** Where a distribution belongs, and the bucket that it serves. */
export interface DistributionSite {
  parent: Component;
  spec: DistributionSpec;
  bucket: aws.s3.Bucket;
  region: string | undefined;
  /** The zone that answers for the host. */
  zoneId: pulumi.Input<string>;
  transforms: DistributionTransforms;
}

// Requirement: STOR-05
/**
 * Serves a bucket at a host of ours, by HTTPS alone. The bucket stays private: CloudFront signs what it asks it for, and the
 * bucket's policy lets in nobody else.
 */
export function declareDistribution(site: DistributionSite): pulumi.Output<string> {
  const { parent, spec, transforms } = site;
  const certificateArn = declareCertificate(parent, { ...spec, zoneId: site.zoneId }, transforms);
  const args = distributionArgs(site, certificateArn);
  const distribution = new aws.cloudfront.Distribution(
    ...child(parent, "distribution", args, { transform: transforms.distribution }),
  );
  for (const type of ["A", "AAAA"]) declareAlias(site, type, distribution);
  declareHealthObject(site);
  return distribution.id;
}

function distributionArgs(
  site: DistributionSite,
  acmCertificateArn: pulumi.Input<string>,
): aws.cloudfront.DistributionArgs {
  const { spec, bucket } = site;
  const originId = "bucket";
  const origin = {
    originId,
    domainName: bucket.bucketRegionalDomainName,
    originAccessControlId: declareAccessControl(site).id,
  };
  return {
    comment: `Objects of the bucket ${spec.name}`,
    enabled: true,
    aliases: [spec.host],
    httpVersion: "http2and3",
    isIpv6Enabled: true,
    priceClass: spec.priceClass,
    origins: [origin],
    defaultCacheBehavior: {
      targetOriginId: originId,
      viewerProtocolPolicy: "redirect-to-https",
      allowedMethods: ["GET", "HEAD"],
      cachedMethods: ["GET", "HEAD"],
      compress: true,
      cachePolicyId: cachingOptimized,
      responseHeadersPolicyId: declareHeaders(site).id,
    },
    restrictions: { geoRestriction: { restrictionType: "none" } },
    viewerCertificate: { acmCertificateArn, sslSupportMethod: "sni-only", minimumProtocolVersion },
    tags: { ...spec.tags },
  };
}

/** A name is taken once in the account, so that what replaces one must go before it comes. */
function declareAccessControl({ parent, spec, transforms }: DistributionSite) {
  const args: aws.cloudfront.OriginAccessControlArgs = {
    name: spec.name,
    originAccessControlOriginType: "s3",
    signingBehavior: "always",
    signingProtocol: "sigv4",
  };
  const opts = { transform: transforms.originAccessControl };
  return new aws.cloudfront.OriginAccessControl(
    ...child(parent, "origin-access-control", args, opts),
  );
}

function declareHeaders({ parent, spec, transforms }: DistributionSite) {
  const args: aws.cloudfront.ResponseHeadersPolicyArgs = {
    name: spec.name,
    comment: `Headers of ${spec.host}`,
    securityHeadersConfig: structuredClone(securityHeaders),
    customHeadersConfig: { items: customHeaders.map((header) => ({ ...header })) },
  };
  const opts = { transform: transforms.responseHeadersPolicy };
  return new aws.cloudfront.ResponseHeadersPolicy(...child(parent, "headers", args, opts));
}

/** An alias costs no queries, and follows CloudFront's addresses by itself. */
function declareAlias(
  { parent, spec, zoneId, transforms }: DistributionSite,
  type: string,
  { domainName, hostedZoneId }: aws.cloudfront.Distribution,
): void {
  const args: aws.route53.RecordArgs = {
    zoneId,
    name: spec.host,
    type,
    aliases: [{ name: domainName, zoneId: hostedZoneId, evaluateTargetHealth: false }],
  };
  const opts = { deleteBeforeReplace: true, transform: transforms.record };
  new aws.route53.Record(...child(parent, `record-${type.toLowerCase()}`, args, opts));
}

function declareHealthObject(site: DistributionSite): void {
  const { parent, spec, bucket, region, transforms } = site;
  const args: aws.s3.BucketObjectv2Args = {
    bucket: bucket.bucket,
    ...(region !== undefined && { region }),
    ...healthObject,
    tags: { ...spec.tags },
  };
  const opts = { transform: transforms.healthObject };
  new aws.s3.BucketObjectv2(...child(parent, "health", args, opts));
}
