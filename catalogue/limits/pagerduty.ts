import type { Limits } from "./limit";

/** What PagerDuty's Free plan gives. */
export const pagerdutyLimits = {
  free: {
    sku: "pagerduty-free-limits",
    item: "Users, schedules and escalation policies of the Free plan",
    unit: "by part",
    value: { users: 5, schedules: 1, escalationPolicies: 1 },
    plan: "Free",
    source: "https://www.pagerduty.com/pricing/incident-management/",
    asOf: "2026-09-20",
    confidence: "high",
  },
} as const satisfies Limits;
