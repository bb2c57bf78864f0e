import type { Limits } from "./limit";

/** What DigitalOcean lacks. */
export const digitaloceanLimits: Limits = {
  spendCap: {
    sku: "do-spend-cap",
    item: "Cap of the bill",
    unit: "available",
    value: false,
    source: "https://docs.digitalocean.com/platform/billing/billing-alerts/",
    asOf: "2026-07-17",
    confidence: "high",
    note: "There is an alert, off by default, which caps nothing.",
    recorded: "no component declares anything at DigitalOcean: what it lacks is for comparing",
  },
};
