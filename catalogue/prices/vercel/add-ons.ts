import type { Price } from "../price";

const docs = "https://vercel.com/docs";
const pro = {
  vendor: "vercel",
  plan: "Pro",
  unit: "month",
  source: `${docs}/plans/pro-plan`,
  asOf: "2026-07-15",
  confidence: "high",
} as const;

/** What a team on Pro can add for a fixed sum a month. */
const single: readonly Price[] = [
  {
    ...pro,
    sku: "vercel-password-protection",
    item: "Password Protection",
    unit: "project-month",
    usd: "20",
    source: `${docs}/deployment-protection/usage-and-pricing`,
    asOf: "2026-08-21",
    note: "New buyers pay by project, in place of 150 dollars a month for the team. Part of Enterprise, not to be had on Hobby.",
  },
  {
    ...pro,
    sku: "vercel-advanced-deployment-protection",
    item: "Advanced Deployment Protection (for teams that have it from before)",
    usd: "150",
    confidence: "medium",
  },
  { ...pro, sku: "vercel-saml-sso", item: "SAML sign-in", usd: "300", note: "Part of Enterprise." },
  { ...pro, sku: "vercel-hipaa-baa", item: "HIPAA agreement (BAA)", usd: "350" },
  { ...pro, sku: "vercel-flags-explorer", item: "Flags Explorer", usd: "250" },
  { ...pro, sku: "vercel-preview-suffix", item: "Suffix of preview deployments", usd: "100" },
  {
    ...pro,
    sku: "vercel-static-ips",
    item: "Static IPs",
    unit: "project-month",
    usd: "100",
    note: "Private Data Transfer comes on top.",
  },
  { ...pro, sku: "vercel-web-analytics-plus", item: "Web Analytics Plus", usd: "10" },
  {
    ...pro,
    sku: "vercel-speed-insights",
    item: "Speed Insights",
    unit: "project-month",
    usd: "10",
  },
  {
    ...pro,
    sku: "vercel-microfrontends-project",
    item: "Further project of microfrontends",
    unit: "project-month",
    usd: "250",
    includes: "2 projects",
    source: `${docs}/pricing`,
    asOf: "2026-06-16",
  },
];

/** Instead of requests and transfer by use, chosen by the team. Beyond a step, the next month costs the next one. */
const flatRates: readonly Price[] = (
  [
    ["included", "0", "1 million CDN requests and 1 TB"],
    ["10m", "20", "10 million CDN requests and 50 TB"],
    ["50m", "100", "50 million CDN requests and 50 TB"],
    ["150m", "300", "150 million CDN requests and 50 TB"],
  ] as const
).map(([step, usd, includes]) => ({
  ...pro,
  sku: `vercel-flat-rate-cdn-${step}`,
  item: "Flat Rate CDN, instead of CDN use",
  usd,
  includes,
  source: `${docs}/pricing/flat-rate-cdn`,
  asOf: "2026-09-14",
}));

export const vercelAddOnPrices: readonly Price[] = [...single, ...flatRates];
