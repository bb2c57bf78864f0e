import type { Limits } from "./limit";

/** What Upstash's Free plan gives. */
export const upstashLimits: Limits = {
  free: {
    sku: "upstash-free",
    item: "Commands, data and bandwidth of the Free plan",
    unit: "a month",
    value: { commands: 500_000, dataMb: 256, bandwidthGb: 10 },
    plan: "Free",
    source: "https://upstash.com/pricing/redis",
    asOf: "2026-11-09",
    confidence: "high",
    note: "An older page of Upstash's docs (10,000 commands a day, a cap of 160 dollars) is outdated.",
    recorded:
      "the estimate of a cache at Upstash reckons with Pay as you go, which has no such end; the database is nobody's resource",
  },
};
