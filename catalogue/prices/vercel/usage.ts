import type { Price } from "../price";

const pricing = "https://vercel.com/docs/pricing";
const pro = {
  vendor: "vercel",
  plan: "Pro",
  source: pricing,
  asOf: "2026-06-16",
  confidence: "high",
} as const;

/** Use that costs the same in every region. */
export const vercelUsagePrices: readonly Price[] = [
  {
    ...pro,
    sku: "vercel-build-cpu-minute",
    item: "Build CPU minutes",
    unit: "cpu-minute",
    usd: "0.0035",
    includes: "builds on standard machines, unless builds run on demand at the same time",
    note: "New teams have Elastic machines, whose minutes are billed.",
  },
  {
    ...pro,
    sku: "vercel-drains",
    item: "Drains of logs, traces and analytics",
    unit: "GB",
    usd: "0.5",
    source: "https://vercel.com/docs/drains",
    asOf: "2026-07-22",
    note: "By the uncompressed size of the JSON. Drains of audit logs are for Enterprise only.",
  },
  {
    ...pro,
    sku: "vercel-observability-plus",
    item: "Observability Plus",
    unit: "million-events",
    usd: "1.2",
    source: "https://vercel.com/docs/observability/observability-plus",
    asOf: "2026-07-06",
    note: "On by default for teams that became paid on or after 2026-04-03; projects can be left out.",
  },
  {
    ...pro,
    sku: "vercel-web-analytics-events",
    item: "Web Analytics events",
    unit: "1000-events",
    usd: "0.03",
    includes: "Hobby: 50,000; Pro: none",
  },
  {
    ...pro,
    sku: "vercel-speed-insights-events",
    item: "Speed Insights data points",
    unit: "10000-events",
    usd: "0.65",
    includes: "Hobby: 10,000",
  },
  {
    ...pro,
    sku: "vercel-edge-config-reads",
    item: "Edge Config reads",
    unit: "million-reads",
    usd: "3",
    includes: "Hobby: 100,000",
    confidence: "low",
    note: "The page gives 3.00 without a unit, which is from general knowledge.",
  },
  {
    ...pro,
    sku: "vercel-edge-config-writes",
    item: "Edge Config writes",
    unit: "500-writes",
    usd: "5",
    includes: "Hobby: 100",
    confidence: "low",
    note: "The page gives 5.00 without a unit, which is from general knowledge.",
  },
  {
    ...pro,
    sku: "vercel-microfrontends-routing",
    item: "Microfrontends routing",
    unit: "million-requests",
    usd: "2",
    includes: "Hobby: 50,000",
  },
];
