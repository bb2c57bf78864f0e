import type { Limits } from "./limit";

const page = {
  source: "https://www.checklyhq.com/pricing.md",
  asOf: "2026-06-26",
  confidence: "high",
} as const;

/** Prices that count the runs of a plan as their free amount. */
const priced = [
  "checkly-api-overage",
  "checkly-api-overage-starter",
  "checkly-browser-overage",
  "checkly-browser-overage-starter",
] as const;

/** What Checkly's plans give. */
export const checklyLimits: Limits = {
  included: {
    sku: "checkly-included",
    item: "Monitors, runs in a browser and runs of API checks that are included",
    unit: "a month",
    value: { hobby: [10, 1000, 10_000], starter: [50, 3000, 25_000], team: [75, 12_000, 100_000] },
    ...page,
    priced,
  },
  users: {
    sku: "checkly-users",
    item: "Users",
    unit: "users",
    value: { hobby: 1, starter: 3, team: 10 },
    ...page,
    recorded: "people are invited at Checkly: the stack declares none",
  },
  locations: {
    sku: "checkly-locations",
    item: "Public locations",
    unit: "locations",
    value: { hobby: 6, starter: 6, team: 22, enterprise: 22 },
    ...page,
    note: "None in Canada below Team: N. Virginia, N. California, Frankfurt, London, Singapore, Sydney.",
  },
  privateLocations: {
    sku: "checkly-private-locations",
    item: "Private locations",
    unit: "available",
    value: { hobby: false, starter: false, team: true },
    ...page,
    recorded: "checks ask from public locations alone",
  },
  scheduling: {
    sku: "checkly-uptime-scheduling",
    item: "How uptime monitors run over locations",
    unit: "mode",
    value: {
      hobby: "one after the other",
      starter: "one after the other",
      team: "one after the other",
      enterprise: "one after the other or all at once",
    },
    ...page,
    note: "Synthetic checks run everywhere at once on all plans; each location and each retry is a run.",
    recorded: "API and browser checks are declared, no uptime monitor",
  },
  messages: {
    sku: "checkly-sms",
    item: "Alerts by SMS and by phone",
    unit: "a month",
    value: { hobby: [0, 0], starter: [100, 0], team: [200, 200] },
    ...page,
    recorded: "addresses and webhooks are told; nobody by SMS or by phone",
  },
  retention: {
    sku: "checkly-retention",
    item: "How long raw data are kept",
    unit: "days",
    value: { hobby: 7, starter: 7, team: 30, enterprise: 180 },
    ...page,
    recorded:
      "how long results are kept follows from the plan, and nothing declared asks for longer",
  },
  apiRate: {
    sku: "checkly-api-rate",
    item: "Requests to the public API",
    unit: "requests in 60 s",
    value: 600,
    source: "https://www.checklyhq.com/docs/",
    asOf: "2026-08-29",
    confidence: "medium",
    recorded: "the provider waits when it is told to",
  },
  runs: {
    sku: "checkly-run-rule",
    item: "What counts as a run",
    unit: "rule",
    value:
      "schedule times locations, and retries; in multistep checks each request is an API run, in Playwright suites each started 30 s is a browser run; uptime monitors are paid by monitor",
    source: "https://www.checklyhq.com/docs/admin/usage/",
    confidence: "high",
    priced,
  },
};
