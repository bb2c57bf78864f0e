import { defaults, type DistributionArgs } from "./args";

/** A distribution with every default filled in. */
export interface DistributionSpec {
  host: string;
  priceClass: string;
  /** Name of what CloudFront keeps by name, unique in the account. */
  name: string;
  tags: Record<string, string>;
}

export function distributionSpec(
  bucket: string,
  { host, priceClass }: DistributionArgs,
  tags: Record<string, string>,
): DistributionSpec {
  return { host, priceClass: priceClass ?? defaults.priceClass, name: bucket, tags };
}

/** CloudFront reads certificates in this region alone. */
export const certificateRegion = "us-east-1";

/**
 * AWS's own policy `CachingOptimized`: keeps what is fetched for a day, or as long as the object says.
 * Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
 */
export const cachingOptimized = "658327ea-f89d-4fab-a63d-7e88639e58f6";

/** The least that a visitor's browser must speak: TLS 1.2 with forward secrecy. */
export const minimumProtocolVersion = "TLSv1.2_2021";

// Requirement: HDR-03, HDR-04, HDR-05, HDR-06
/**
 * The header baseline for files that pages of ours show: as on the app's own host, but that a file is no page (nothing in it
 * may load or run), and that hosts beside it may show it.
 */
export const securityHeaders = {
  strictTransportSecurity: {
    accessControlMaxAgeSec: 63_072_000,
    includeSubdomains: true,
    preload: false,
    override: true,
  },
  contentTypeOptions: { override: true },
  frameOptions: { frameOption: "DENY", override: true },
  referrerPolicy: { referrerPolicy: "strict-origin-when-cross-origin", override: true },
  contentSecurityPolicy: {
    contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'; sandbox",
    override: true,
  },
} as const;

export const customHeaders = [
  { header: "Cross-Origin-Resource-Policy", value: "same-site", override: true },
] as const;

/** What health checks ask for; the bucket itself lists nothing. */
export const healthObject = {
  key: "health.txt",
  content: "healthy\n",
  contentType: "text/plain; charset=utf-8",
  cacheControl: "max-age=60",
} as const;
