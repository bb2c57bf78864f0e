import type { Limits } from "./limit";

/** What Sentry's plans give. */
export const sentryLimits: Limits = {
  overage: {
    sku: "sentry-overage",
    item: "What happens beyond the volume that is reserved",
    unit: "rule",
    value:
      "what is beyond it and beyond the pay-as-you-go budget is dropped and not billed: a budget of 0 is a hard cap",
    source: "https://docs.sentry.io/pricing/",
    confidence: "high",
    recorded: "the budget beyond what is reserved is set at Sentry: no resource has it",
  },
  users: {
    sku: "sentry-users",
    item: "Users",
    unit: "users",
    value: { developer: 1, team: "no limit", business: "no limit" },
    source: "https://sentry.io/pricing/",
    asOf: "2026-09-20",
    confidence: "high",
    recorded: "people are invited at Sentry: the stack makes a team and no member",
  },
};
