import type { Limits } from "./limit";

const page = {
  source: "https://render.com/pricing",
  asOf: "2026-06-26",
  confidence: "high",
} as const;
const noPostgres = "the database is Supabase's: no component declares Postgres at Render";

/** What Render's plans give. */
export const renderLimits = {
  instances: {
    sku: "render-instances",
    item: "Instances of one service",
    unit: "instances",
    value: 100,
    source: "https://render.com/docs/scaling",
    asOf: "2026-11",
    confidence: "medium",
    note: "On all plans; more than one by load only from Pro on.",
  },
  environments: {
    sku: "render-environments",
    item: "Environments of a project",
    unit: "environments",
    value: { hobby: 2, pro: "no limit" },
    ...page,
    recorded: "a stack is a Blueprint of its own, and no environment of a project",
    note: "Protected ones on all plans; with a network of their own from Pro on.",
  },
  logDays: {
    sku: "render-log-retention",
    item: "How long logs are kept",
    unit: "days",
    value: { hobby: 7, pro: 14, scale: 30, enterprise: 30 },
    ...page,
    recorded:
      "no component says for how long: the service sends its lines to the intake of groundwork:logs",
  },
  pitrDays: {
    sku: "render-pitr",
    item: "Recovery of Postgres to a point in time",
    unit: "days",
    value: { hobby: 3, pro: 7, scale: 7 },
    ...page,
    recorded: noPostgres,
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
    recorded: noPostgres,
  },
  rollbacks: {
    sku: "render-rollbacks",
    item: "Builds that can be rolled back to",
    unit: "builds",
    value: { hobby: 5, pro: 15, scale: 30 },
    ...page,
    recorded: "the way back is the image before, which the registry keeps",
  },
} as const satisfies Limits;
