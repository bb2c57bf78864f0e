import type { Limits } from "./limit";

/** What App Platform gives, and what DigitalOcean lacks. */
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
    recorded: "there is nothing to set: the estimate is held to the budget before anything is made",
  },
  staticApps: {
    sku: "do-static-apps",
    item: "Apps of static sites alone that cost nothing",
    unit: "apps of an account",
    value: 3,
    source: "https://docs.digitalocean.com/products/app-platform/details/pricing/",
    asOf: "2026-07-17",
    confidence: "high",
    priced: ["do-app-static-extra"],
  },
  requestSeconds: {
    sku: "do-request-seconds",
    item: "Time for the answer to a request",
    unit: "seconds",
    value: 100,
    source: "https://docs.digitalocean.com/products/app-platform/details/limits/",
    confidence: "medium",
    note: "The page names it for file uploads.",
    recorded: "how long an answer takes is for the app to say; a time asked for is a gap",
  },
};
