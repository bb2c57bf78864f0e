import type { Price } from "../price";

const source = "https://aws.amazon.com/cloudfront/pricing/";
const where = "Of visitors in North America and Europe, where it costs least.";

/** CloudFront. What it fetches from S3 is free. */
export const awsDistributionPrices: readonly Price[] = [
  {
    sku: "cloudfront-transfer-out",
    vendor: "aws",
    item: "CloudFront: data transfer out to the internet",
    unit: "GB",
    usd: "0.085",
    beyond: [
      { from: "10240", usd: "0.08" },
      { from: "51200", usd: "0.06" },
      { from: "153600", usd: "0.04" },
    ],
    included: { quantity: "1024", per: "account" },
    includes: "1 TB a month, always free",
    source,
    confidence: "high",
    note: where,
  },
  {
    sku: "cloudfront-requests-https",
    vendor: "aws",
    item: "CloudFront: HTTPS requests",
    unit: "10000-requests",
    usd: "0.01",
    included: { quantity: "1000", per: "account" },
    includes: "10,000,000 requests a month, always free",
    source,
    confidence: "medium",
    note: `${where} The free requests are the vendor's word, the price for each is read elsewhere.`,
  },
];
