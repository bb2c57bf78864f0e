import type { Limits } from "./limit";

/** What Netlify does with an account that spends. */
export const netlifyLimits: Limits = {
  zeroCredits: {
    sku: "netlify-zero-credits",
    item: "What happens at 0 credits",
    unit: "rule",
    value:
      "all projects of the team pause, unless credits are bought automatically (off by default)",
    source: "https://docs.netlify.com/, how credits work",
    confidence: "high",
    recorded:
      "a setting of the team, and none of a stack; the estimate counts what the plan's credits do not pay",
  },
  alerts: {
    sku: "netlify-alerts",
    item: "Use at which Netlify writes",
    unit: "percent",
    value: [50, 75, 100],
    source: "https://docs.netlify.com/",
    asOf: "2026-07-17",
    confidence: "medium",
    recorded: "Netlify writes to the team by itself; there is nothing to declare",
  },
};
