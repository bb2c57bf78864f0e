import type { Price } from "../price";

const sources = {
  pricing: "https://www.pagerduty.com/pricing/incident-management/",
  unverified: "general knowledge, not verified",
} as const;

export const pagerdutyPrices: readonly Price[] = [
  {
    sku: "pagerduty-free",
    vendor: "pagerduty",
    item: "Free",
    unit: "month",
    usd: "0",
    includes: "5 users, 1 schedule, 1 escalation policy, 100 intl SMS/phone",
    plan: "Free",
    source: sources.pricing,
    asOf: "2026-09-20",
    confidence: "high",
  },
  {
    sku: "pagerduty-professional",
    vendor: "pagerduty",
    item: "Professional (monthly)",
    unit: "user-month",
    usd: "25",
    plan: "Professional",
    source: sources.pricing,
    asOf: "2026-09-20",
    confidence: "high",
  },
  {
    sku: "pagerduty-professional-yearly",
    vendor: "pagerduty",
    item: "Professional (yearly)",
    unit: "user-month",
    usd: "21",
    plan: "Professional",
    source: sources.pricing,
    asOf: "2026-09-20",
    confidence: "high",
  },
  {
    sku: "pagerduty-business-yearly",
    vendor: "pagerduty",
    item: "Business (yearly)",
    unit: "user-month",
    usd: "41",
    plan: "Business",
    source: sources.pricing,
    asOf: "2026-04-22",
    confidence: "high",
  },
  {
    sku: "pagerduty-business",
    vendor: "pagerduty",
    item: "Business (monthly)",
    unit: "user-month",
    usd: "49",
    plan: "Business",
    source: sources.unverified,
    confidence: "low",
  },
];
