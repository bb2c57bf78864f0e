import type { Price } from "../price";

const sources = {
  blog: "https://aws.amazon.com/blogs/database/unlock-on-demand-cost-optimized-performance-with-amazon-elasticache-serverless/",
  valkey:
    "https://www.usage.ai/blogs/aws/database-savings-plans/elasticache/serverless-pricing/, after AWS's own page",
  unverified: "general knowledge, not verified",
} as const;

/** Serverless caches. Only what us-east-1 pays is known; a cache elsewhere is marked as priced by it. */
export const awsCachePrices: readonly Price[] = [
  {
    sku: "elasticache-valkey-data",
    vendor: "aws",
    item: "ElastiCache Serverless, Valkey: data",
    unit: "GB-hour",
    usd: "0.084",
    region: "us-east-1",
    source: sources.valkey,
    asOf: "2026-06",
    confidence: "medium",
    note: "100 MB are paid at least.",
  },
  {
    sku: "elasticache-valkey-ecpu",
    vendor: "aws",
    item: "ElastiCache Serverless, Valkey: processing units",
    unit: "million-ECPUs",
    usd: "0.0023",
    region: "us-east-1",
    source: sources.valkey,
    asOf: "2026-06",
    confidence: "medium",
  },
  {
    sku: "elasticache-redis-data",
    vendor: "aws",
    item: "ElastiCache Serverless, Redis OSS: data",
    unit: "GB-hour",
    usd: "0.125",
    region: "us-east-1",
    source: sources.blog,
    confidence: "high",
    note: "1 GB is paid at least.",
  },
  {
    sku: "elasticache-redis-ecpu",
    vendor: "aws",
    item: "ElastiCache Serverless, Redis OSS: processing units",
    unit: "million-ECPUs",
    usd: "0.0034",
    region: "us-east-1",
    source: sources.blog,
    confidence: "high",
  },
  {
    sku: "elasticache-snapshots",
    vendor: "aws",
    item: "ElastiCache: snapshots",
    unit: "GB-month",
    usd: "0.085",
    region: "us-east-1",
    source: sources.unverified,
    confidence: "low",
  },
];
