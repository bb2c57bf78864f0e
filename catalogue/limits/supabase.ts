import { type Limits, unlimited } from "./limit";

const repository = "https://github.com/supabase/supabase";
const high = { confidence: "high" } as const;
const backups = { source: `${repository}, apps/docs/content/guides/platform/backups.mdx` } as const;
const computeAndDisk = {
  source: `${repository}, apps/docs/content/guides/platform/compute-and-disk.mdx`,
} as const;
const replicas = {
  source: `${repository}, apps/docs/content/guides/platform/read-replicas/getting-started.mdx`,
  asOf: "2026-11-21",
} as const;
const billing = {
  source: `${repository}, apps/docs/content/guides/platform/billing-on-supabase.mdx`,
} as const;
const plansTable = { source: `${repository}, packages/shared-data/pricing.ts` } as const;
const realtimePage = {
  source: "https://supabase.com/docs/guides/realtime/limits",
  asOf: "2026-11-21",
  ...high,
  note: "Pro without a spend cap, which a stack file does not know of. Enterprise agrees on its own.",
} as const;
const management = { source: "https://supabase.com/docs/reference/api" } as const;

const paid = { free: false, pro: true, team: true, enterprise: true } as const;
const largestFile = 536_870_912_000;

/** What the settings of a project are held to by its organization's plan. */
const ofPlans = {
  instanceSize: {
    sku: "supabase-compute-choice",
    item: "A compute size of one's choice",
    unit: "available",
    value: paid,
    ...computeAndDisk,
    ...high,
  },
  fileSizeLimit: {
    sku: "supabase-file-size",
    item: "Largest file in Storage",
    unit: "bytes",
    value: { free: 52_428_800, pro: largestFile, team: largestFile, enterprise: largestFile },
    ...management,
    ...high,
  },
  leakedPasswords: {
    sku: "supabase-leaked-passwords",
    item: "Comparing passwords with leaked ones",
    unit: "available",
    value: paid,
    source: "https://supabase.com/docs/guides/auth/password-security",
    confidence: "medium",
    note: "Not confirmed against the API.",
  },
  sessionLimits: {
    sku: "supabase-session-limits",
    item: "Limits of sessions",
    unit: "available",
    value: paid,
    source: "https://supabase.com/docs/guides/auth/sessions",
    confidence: "medium",
    note: "Not confirmed against the API.",
  },
  backupDays: {
    sku: "supabase-backup-retention",
    item: "How long daily backups are kept",
    unit: "days",
    value: { free: 0, pro: 7, team: 14, enterprise: 30 },
    ...backups,
    ...high,
    note: "Recovery to a point in time replaces them. Files of Storage are in no backup of the database.",
  },
  readReplicas: {
    sku: "supabase-read-replicas",
    item: "Read replicas",
    unit: "available",
    value: paid,
    ...replicas,
    ...high,
  },
  customHostname: {
    sku: "supabase-custom-hostname",
    item: "A hostname of one's own",
    unit: "available",
    value: paid,
    ...management,
    ...high,
  },
  functions: {
    sku: "supabase-functions-count",
    item: "Edge functions of a project",
    unit: "functions",
    value: { free: 10, pro: 500, team: 1000, enterprise: unlimited },
    ...plansTable,
    confidence: "medium",
    note: "From an older copy of the table; one older still said 100.",
  },
} as const satisfies Limits;

const realtime = {
  maxConcurrentUsers: {
    sku: "supabase-realtime-clients",
    item: "Clients of Realtime at once",
    unit: "clients",
    value: { free: 200, pro: 10_000, team: 10_000 },
    ...realtimePage,
  },
  maxEventsPerSecond: {
    sku: "supabase-realtime-messages",
    item: "Messages of Realtime",
    unit: "messages a second",
    value: { free: 100, pro: 2500, team: 2500 },
    ...realtimePage,
  },
  maxJoinsPerSecond: {
    sku: "supabase-realtime-joins",
    item: "Joins of channels of Realtime",
    unit: "joins a second",
    value: { free: 100, pro: 2500, team: 2500 },
    ...realtimePage,
  },
  maxChannelsPerClient: {
    sku: "supabase-realtime-channels",
    item: "Channels of Realtime that one client is in",
    unit: "channels",
    value: { free: 100, pro: 100, team: 100 },
    ...realtimePage,
  },
  maxPresenceEventsPerSecond: {
    sku: "supabase-realtime-presence",
    item: "Presence messages of Realtime",
    unit: "messages a second",
    value: { free: 20, pro: 1000, team: 1000 },
    ...realtimePage,
  },
  maxPayloadSizeInKb: {
    sku: "supabase-realtime-payload",
    item: "Size of a message of Realtime",
    unit: "kB",
    value: { free: 256, pro: 3000, team: 3000 },
    ...realtimePage,
  },
} as const satisfies Limits;

/** What is held to the compute size, or to the organization as a whole. */
const others = {
  pitr: {
    sku: "supabase-pitr-prereq",
    item: "Recovery to a point in time: smallest compute, plans, days, minutes lost at worst",
    unit: "by part",
    value: {
      leastCompute: "small",
      ...paid,
      days: [7, 14, 28],
      worstMinutes: 2,
    },
    ...backups,
    ...high,
  },
  replicaCount: {
    sku: "supabase-replica-count",
    item: "Read replicas: smallest compute, how many below xlarge compute, how many from it on",
    unit: "by part",
    value: { leastCompute: "small", few: 2, manyFrom: "xlarge", many: 5 },
    ...replicas,
    ...high,
  },
  planScope: {
    sku: "supabase-plan-scope",
    item: "What one plan holds for",
    unit: "rule",
    value:
      "one plan for an organization; free amounts are the organization's, but 8 GB of disk each project's",
    ...billing,
    ...high,
  },
} as const satisfies Limits;

const recorded = {
  logDays: {
    sku: "supabase-log-retention",
    item: "How long logs of API and database are kept",
    unit: "days",
    value: { free: 1, pro: 7, team: 28, enterprise: 90 },
    ...plansTable,
    ...high,
    recorded: "Supabase's own logs: no component declares how long they stay or sends them on",
  },
  auditTrailDays: {
    sku: "supabase-auth-audit-retention",
    item: "How long the audit trail of Auth is kept",
    unit: "days",
    value: { free: "1 hour", pro: 7, team: 28 },
    ...plansTable,
    confidence: "medium",
    recorded: "no component declares how long it stays or sends it on",
  },
  freeProjects: {
    sku: "supabase-free-projects",
    item: "Active projects on the Free plan of an owner or administrator",
    unit: "projects",
    value: 2,
    plan: "Free",
    ...billing,
    ...high,
    note: "Each is paused after a week without use.",
    recorded: "counted over all organizations of a person, which no stack sees",
  },
  extraDisk: {
    sku: "supabase-disk-provisioning",
    item: "Smallest compute for more IOPS and throughput",
    unit: "compute",
    value: "large",
    plan: "Pro, Team",
    ...computeAndDisk,
    ...high,
    recorded: "no component declares the disk: it grows by itself",
  },
  diskSize: {
    sku: "supabase-disk-max",
    item: "Largest disks",
    unit: "by part",
    value: { gp3Tb: 16, gp3Iops: 16_000, gp3Mbps: 1000, io2Tb: 60, io2Iops: 80_000 },
    ...computeAndDisk,
    ...high,
    recorded: "no component declares the disk: it grows by itself",
  },
  teamFeatures: {
    sku: "supabase-team-features",
    item: "Audit logs of the platform, SSO for the dashboard, SOC 2 report",
    unit: "available",
    value: { free: false, pro: false, team: true, enterprise: true },
    ...plansTable,
    ...high,
    note: "HIPAA is a paid add-on from Team on.",
    recorded: "belongs to the organization, which no component declares",
  },
  spendCap: {
    sku: "supabase-spend-cap",
    item: "Spend cap",
    unit: "available",
    value: { free: false, pro: true, team: false, enterprise: false },
    source: `${repository}, packages/shared-data/pricing-catalog.ts`,
    ...high,
    note: "It covers no compute, branches, replicas, hostnames, IOPS, IPv4, log drains, phone factors or recovery to a point in time.",
    recorded: "belongs to the organization, which no component declares",
  },
  addOnsApi: {
    sku: "supabase-addons-api",
    item: "Prices of add-ons by API",
    unit: "endpoint",
    value: "GET /v1/projects/{ref}/billing/addons",
    ...management,
    ...high,
    recorded: "an address and no limit: the monthly review reads bills there",
  },
} as const satisfies Limits;

/** What Supabase's plans give. */
export const supabasePlanLimits = { ...ofPlans, ...realtime, ...others, ...recorded } as const;

/** The limits of Realtime, by the names of its settings. */
export const supabaseRealtimeLimits = realtime;
