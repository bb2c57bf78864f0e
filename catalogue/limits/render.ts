import type { Limits } from "./limit";

const page = {
  source: "https://render.com/pricing",
  asOf: "2026-06-26",
  confidence: "high",
  recorded: "no component declares anything at Render: what its plans give is for comparing",
} as const;

/** What Render's plans give. */
export const renderLimits: Limits = {
  environments: {
    sku: "render-environments",
    item: "Environments of a project",
    unit: "environments",
    value: { hobby: 2, pro: "no limit" },
    ...page,
    note: "Protected ones on all plans; with a network of their own from Pro on.",
  },
  logDays: {
    sku: "render-log-retention",
    item: "How long logs are kept",
    unit: "days",
    value: { hobby: 7, pro: 14, scale: 30, enterprise: 30 },
    ...page,
  },
  pitrDays: {
    sku: "render-pitr",
    item: "Recovery of Postgres to a point in time",
    unit: "days",
    value: { hobby: 3, pro: 7, scale: 7 },
    ...page,
  },
  connections: {
    sku: "render-pg-connections",
    item: "Connections of Postgres by size",
    unit: "connections",
    value: {
      "basic-*": 100,
      "pro-4gb": 100,
      "pro-8gb": 200,
      "pro-16gb": 400,
      "pro-32gb and up": 500,
    },
    ...page,
  },
  rollbacks: {
    sku: "render-rollbacks",
    item: "Builds that can be rolled back to",
    unit: "builds",
    value: { hobby: 5, pro: 15, scale: 30 },
    ...page,
  },
};
