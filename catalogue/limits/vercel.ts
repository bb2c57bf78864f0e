import { type Limits, unlimited } from "./limit";

const docs = "https://vercel.com/docs";
const high = { confidence: "high" } as const;
const hobbyPage = { source: `${docs}/plans/hobby`, asOf: "2026-08-31", ...high } as const;
const proPage = { source: `${docs}/plans/pro-plan`, asOf: "2026-07-15", ...high } as const;
const drainsPage = { source: `${docs}/drains`, asOf: "2026-07-22", ...high } as const;
const protectionPage = {
  source: `${docs}/deployment-protection/usage-and-pricing`,
  asOf: "2026-08-21",
  ...high,
} as const;
const observabilityPage = {
  source: `${docs}/observability/observability-plus`,
  asOf: "2026-07-06",
  ...high,
} as const;

/** What a project asks for and its team's plan may refuse. 0: the plan has no such thing. */
const ofProjects = {
  functionRegions: {
    sku: "vercel-function-regions",
    item: "Regions of functions",
    unit: "function regions",
    value: { hobby: 1, pro: 3, enterprise: unlimited },
    source: `${docs}/functions/configuring-functions/region`,
    asOf: "2026-11-21",
    ...high,
  },
  functionSeconds: {
    sku: "vercel-fn-max-duration",
    item: "Longest run of a function",
    unit: "seconds for a function",
    value: { hobby: 300, pro: 800, enterprise: 900 },
    ...hobbyPage,
    note: "300 where nothing is said; on Pro up to 1800 in a beta. Enterprise: the provider's own upper bound.",
  },
  domains: {
    sku: "vercel-domains-per-project",
    item: "Domains of a project",
    unit: "hosts",
    value: { hobby: 50, pro: unlimited, enterprise: unlimited },
    ...hobbyPage,
  },
  customEnvironments: {
    sku: "vercel-custom-environments",
    item: "Custom environments of a project",
    unit: "custom environments",
    value: { hobby: 0, pro: 1, enterprise: 12 },
    source: `${docs}/deployments/environments`,
    asOf: "2026-08-14",
    ...high,
  },
  rollingReleases: {
    sku: "vercel-rolling-releases",
    item: "Projects with rolling releases",
    unit: "rolling release",
    value: { hobby: 0, pro: 1, enterprise: unlimited },
    source: `${docs}/rolling-releases`,
    asOf: "2026-06-03",
    ...high,
    note: "Pro: one project of the team, which a single project cannot see. Enterprise: as agreed.",
  },
  skewProtection: {
    sku: "vercel-skew-protection",
    item: "Skew protection",
    unit: "skew protection",
    value: { hobby: 0, pro: 1, enterprise: 1 },
    source: `${docs}/skew-protection`,
    asOf: "2026-11-21",
    ...high,
  },
  firewallRules: {
    sku: "vercel-waf-custom-rules",
    item: "Custom rules of the firewall",
    unit: "firewall rules",
    value: { hobby: 3, pro: 40, enterprise: 1000 },
    ...hobbyPage,
  },
  owasp: {
    sku: "vercel-waf-owasp",
    item: "OWASP rulesets of the firewall",
    unit: "OWASP rulesets",
    value: { hobby: 0, pro: 0, enterprise: unlimited },
    source: `${docs}/vercel-firewall`,
    asOf: "2026-11-21",
    ...high,
  },
  logDrains: {
    sku: "vercel-log-drains",
    item: "Log drains",
    unit: "log drain",
    value: { hobby: 0, pro: unlimited, enterprise: unlimited },
    ...drainsPage,
    note: "None while Pro is on trial.",
  },
  webhooks: {
    sku: "vercel-webhooks",
    item: "Webhooks",
    unit: "webhook",
    value: { hobby: 0, pro: unlimited, enterprise: unlimited },
    source: `${docs}/webhooks`,
    asOf: "2026-11-21",
    ...high,
  },
  passwordProtection: {
    sku: "vercel-password-protection",
    item: "Password Protection",
    unit: "password protection",
    value: { hobby: 0, pro: 1, enterprise: 1 },
    ...protectionPage,
    note: "Pro pays 20 dollars a month for each project; it is part of Enterprise.",
  },
  trustedIps: {
    sku: "vercel-trusted-ips",
    item: "Trusted IPs",
    unit: "trusted IP addresses",
    value: { hobby: 0, pro: 0, enterprise: unlimited },
    ...protectionPage,
  },
} as const satisfies Limits;

/** What Hobby stops at: beyond it a project is paused. Other plans pay for more. */
const ofUse = {
  requests: {
    sku: "vercel-edge-requests-included",
    item: "CDN requests of a month",
    unit: "requests a month",
    value: { hobby: 1_000_000, pro: 10_000_000 },
    ...hobbyPage,
  },
  transferGb: {
    sku: "vercel-fdt-included",
    item: "Fast Data Transfer of a month",
    unit: "GB a month",
    value: { hobby: 100, pro: 1000 },
    source: `${docs}/plans`,
    asOf: "2026-07-15",
    ...high,
  },
  functionUse: {
    sku: "vercel-hobby-function-usage",
    item: "Use of functions in a month",
    unit: "by part",
    value: {
      functionCpuHours: 4,
      functionMemoryGbHours: 360,
      functionInvocations: 1_000_000,
    },
    plan: "Hobby",
    ...hobbyPage,
  },
} as const satisfies Limits;

/** How long Vercel keeps what it shows. */
const kept = {
  runtimeLogHours: {
    sku: "vercel-runtime-log-retention",
    item: "How long runtime logs are kept",
    unit: "hours",
    value: { hobby: 1, pro: 24, enterprise: 72, observabilityPlus: 720 },
    ...observabilityPage,
    note: "Observability Plus: 30 days, of which 14 can be looked at together.",
  },
  observabilityHours: {
    sku: "vercel-observability-retention",
    item: "How long observability data are kept",
    unit: "hours",
    value: { hobby: 12, pro: 24, enterprise: 72, observabilityPlus: 720 },
    ...observabilityPage,
    recorded: "nothing here relies on them: alarms and dashboards read CloudWatch",
  },
} as const satisfies Limits;

const recorded = {
  projects: {
    sku: "vercel-projects",
    item: "Projects of a team",
    unit: "projects",
    value: { hobby: 200, pro: unlimited },
    ...hobbyPage,
    recorded: "a stack declares one project and does not see the team's others",
  },
  deploymentsPerDay: {
    sku: "vercel-deployments-per-day",
    item: "Deployments of a day",
    unit: "deployments a day",
    value: { hobby: 100, pro: 6000 },
    ...hobbyPage,
    recorded: "the pipeline deploys; how often is declared nowhere",
  },
  blockedIps: {
    sku: "vercel-waf-ip-blocks",
    item: "IP addresses that the firewall blocks",
    unit: "rules",
    value: { hobby: 3, pro: 100 },
    ...hobbyPage,
    recorded: "no component blocks addresses: in an incident people do, in the dashboard",
  },
  auditLogDrains: {
    sku: "vercel-audit-log-drains",
    item: "Drains of the team's audit log",
    unit: "available",
    value: { hobby: false, pro: false, enterprise: true },
    ...drainsPage,
    recorded: "no component drains the team's audit log",
  },
  shareableLinks: {
    sku: "vercel-shareable-links",
    item: "Shareable links to protected deployments",
    unit: "links",
    value: { hobby: "1 for an account", pro: "included", enterprise: "included" },
    ...protectionPage,
    recorded: "people make them, in the dashboard",
  },
  cronJobs: {
    sku: "vercel-cron-jobs",
    item: "Cron jobs of a project",
    unit: "cron jobs",
    value: { hobby: 2 },
    source: `${docs}/cron-jobs/usage-and-pricing`,
    confidence: "medium",
    note: "On Hobby each runs once a day at most.",
    recorded: "their schedules stand in the app's vercel.json; a component only turns them off",
  },
  spendNotification: {
    sku: "vercel-spend-default",
    item: "Spending at which Vercel sends its first notification",
    unit: "USD a billing cycle",
    value: 200,
    plan: "Pro",
    ...proPage,
    note: "At 100 % nothing stops by itself on Pro and Enterprise; Hobby is paused.",
    recorded: "Vercel's own notification, which no resource of the provider sets",
  },
  creditAlert: {
    sku: "vercel-credit-alert",
    item: "Share of the monthly credit at which Vercel writes",
    unit: "percent",
    value: 75,
    plan: "Pro",
    ...proPage,
    recorded: "Vercel's own notification, which no resource of the provider sets",
  },
  commercialUse: {
    sku: "vercel-hobby-commercial",
    item: "Commercial use",
    unit: "available",
    value: { hobby: false },
    ...hobbyPage,
    recorded: "whether a product earns money is declared nowhere",
  },
} as const satisfies Limits;

/** What Vercel's plans give. */
export const vercelLimits = { ...ofProjects, ...ofUse, ...kept, ...recorded } as const;

/** The limits that a project is held to before anything is asked of Vercel. */
export const vercelProjectLimits = ofProjects;

/** The limits that the declared use of a project on Hobby is held to. */
export const vercelHobbyUse = {
  requests: ofUse.requests.value.hobby,
  transferGb: ofUse.transferGb.value.hobby,
  ...ofUse.functionUse.value,
} as const;
