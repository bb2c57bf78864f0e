import type { Limits } from "./limit";

/** What Fly gives and lacks. */
export const flyLimits: Limits = {
  spendCap: {
    sku: "fly-spend-cap",
    item: "Alerts on the bill, or a cap of it",
    unit: "available",
    value: false,
    plan: "pay as you go",
    source: "https://fly.io/docs/about/cost-management/",
    asOf: "2026-08",
    confidence: "high",
    recorded: "there is none to declare: groundwork:budget and the estimate stand in for it",
  },
  free: {
    sku: "fly-free",
    item: "What a new organization has free",
    unit: "rule",
    value: "nothing but a trial: 2 hours of machines or 7 days",
    plan: "pay as you go",
    source: "https://fly.io/docs/about/pricing/",
    asOf: "2026-07-17",
    confidence: "medium",
    recorded: "prices of Fly have no free amount",
  },
};
