import type { Price } from "../price";

const source = "https://vercel.com/docs/pricing/regional-pricing";
const pro = { vendor: "vercel", plan: "Pro", region: "iad1", source } as const;

/** The page gives a price for each region; known here are the lowest of all, which Cleveland (cle1) has, and the highest. */
const lowest = {
  ...pro,
  asOf: "2026-09-14",
  confidence: "medium",
  note: "The lowest of all regions, which Cleveland (cle1) has; taken for Washington (iad1).",
} as const;

/** What Vercel's CDN does, by the region in which visitors are served. */
const cdn: readonly Price[] = [
  {
    ...pro,
    sku: "vercel-edge-requests",
    item: "CDN requests (Edge Requests on the bill)",
    unit: "million-requests",
    usd: "2",
    usdMax: "3.2",
    included: { quantity: "10", per: "account" },
    source: `${source}/iad1`,
    asOf: "2026-07-28",
    confidence: "high",
  },
  {
    ...pro,
    sku: "vercel-fast-data-transfer",
    item: "Fast Data Transfer",
    unit: "GB",
    usd: "0.15",
    usdMax: "0.35",
    included: { quantity: "1000", per: "account" },
    includes: "1 TB a month",
    source: `${source}/iad1`,
    asOf: "2026-07-28",
    confidence: "high",
  },
  {
    ...lowest,
    sku: "vercel-fast-origin-transfer",
    item: "Fast Origin Transfer",
    unit: "GB",
    usd: "0.06",
    usdMax: "0.43",
  },
  {
    ...lowest,
    sku: "vercel-edge-request-cpu",
    item: "Additional CPU time of CDN requests",
    unit: "hour",
    usd: "0.3",
    usdMax: "0.48",
  },
  {
    ...lowest,
    sku: "vercel-private-data-transfer",
    item: "Private Data Transfer (static IPs)",
    unit: "GB",
    usd: "0.15",
    usdMax: "0.31",
  },
];

/** Pages, images and data that are kept, by the region of functions or of the visitor. */
const caches: readonly Price[] = [
  {
    ...lowest,
    sku: "vercel-isr-reads",
    item: "ISR reads",
    unit: "million-units",
    usd: "0.4",
    usdMax: "0.64",
  },
  {
    ...lowest,
    sku: "vercel-isr-writes",
    item: "ISR writes",
    unit: "million-units",
    usd: "4",
    usdMax: "6.4",
  },
  {
    ...lowest,
    sku: "vercel-runtime-cache-reads",
    item: "Runtime Cache reads",
    unit: "million-units",
    usd: "0.4",
    usdMax: "0.64",
  },
  {
    ...lowest,
    sku: "vercel-runtime-cache-writes",
    item: "Runtime Cache writes",
    unit: "million-units",
    usd: "4",
    usdMax: "6.4",
  },
  {
    ...lowest,
    sku: "vercel-image-transformations",
    item: "Image transformations",
    unit: "1000-images",
    usd: "0.05",
    usdMax: "0.0812",
  },
  {
    ...lowest,
    sku: "vercel-image-cache-reads",
    item: "Image cache reads",
    unit: "million-units",
    usd: "0.4",
    usdMax: "0.64",
  },
  {
    ...lowest,
    sku: "vercel-image-cache-writes",
    item: "Image cache writes",
    unit: "million-units",
    usd: "4",
    usdMax: "6.4",
  },
  {
    ...lowest,
    sku: "vercel-blob-storage",
    item: "Blob storage",
    unit: "GB-month",
    usd: "0.023",
    usdMax: "0.041",
  },
  {
    ...lowest,
    sku: "vercel-blob-transfer",
    item: "Blob data transfer",
    unit: "GB",
    usd: "0.05",
    usdMax: "0.117",
  },
];

/** What the firewall bills; what it turns away is free. */
const firewall: readonly Price[] = [
  {
    ...lowest,
    sku: "vercel-waf-rate-limit",
    item: "Requests that a rate limit lets pass",
    unit: "million-requests",
    usd: "0.5",
    usdMax: "0.8",
    note: "Requests that are denied, challenged or limited are not billed, neither as requests nor as transfer.",
  },
  {
    ...lowest,
    sku: "vercel-waf-owasp-requests",
    item: "Requests that the OWASP rules inspect",
    unit: "million-requests",
    usd: "0.8",
    usdMax: "1.28",
  },
  {
    ...lowest,
    sku: "vercel-waf-owasp-bytes",
    item: "Inspected bytes beyond 4 KB a request",
    unit: "GB",
    usd: "0.2",
    usdMax: "0.32",
    includes: "4 KB of each inspected request",
  },
];

const others: readonly Price[] = [
  {
    ...lowest,
    sku: "vercel-queue-ops",
    item: "Queue API operations",
    unit: "million-operations",
    usd: "0.6",
    usdMax: "0.96",
    note: "The lowest of all regions; Cleveland (cle1) had 0.7488 on 2026-02-13.",
  },
  {
    ...lowest,
    sku: "vercel-service-requests",
    item: "Service Requests (Vercel Services)",
    unit: "million-requests",
    usd: "0.5",
    usdMax: "0.8",
    note: "The lowest of all regions.",
  },
];

/** What Vercel prices by region. */
export const vercelRegionalPrices: readonly Price[] = [...cdn, ...caches, ...firewall, ...others];
