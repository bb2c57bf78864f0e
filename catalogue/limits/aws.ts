import type { Limits } from "./limit";

const high = { confidence: "high" } as const;
const budgetsPage = {
  source: "https://docs.aws.amazon.com/cost-management/latest/userguide/management-limits.html",
  asOf: "2026-09-25",
} as const;
const iamPage = {
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
  ...high,
} as const;

/** What AWS takes, and what every account has free. */
export const awsLimits = {
  budgetSubscribers: {
    sku: "budgets-subscribers",
    item: "Who a notification of a budget goes to: addresses, topics of SNS",
    unit: "by part",
    value: { emails: 10, topics: 1 },
    ...budgetsPage,
    confidence: "medium",
    note: "A topic that is encrypted needs a key policy for Budgets.",
  },
  budgetNotifications: {
    sku: "budgets-notifications",
    item: "Notifications of a budget",
    unit: "notifications",
    value: 10,
    ...budgetsPage,
    ...high,
  },
  budgetActionRoles: {
    sku: "budgets-action-roles",
    item: "Roles that an action of a budget holds",
    unit: "roles",
    value: 50,
    source:
      "https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_IamActionDefinition.html",
    ...high,
  },
  healthCheckChildren: {
    sku: "route53-calculated-children",
    item: "Checks that one calculated check looks over",
    unit: "checks",
    value: 256,
    source: "https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html",
    ...high,
  },
  dashboardAlarms: {
    sku: "cloudwatch-widget-alarms",
    item: "Alarms in one widget of a dashboard",
    unit: "alarms",
    value: 100,
    source:
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html",
    ...high,
  },
  managedPolicy: {
    sku: "iam-managed-policy-size",
    item: "Longest managed policy, blanks left out",
    unit: "characters",
    value: 6144,
    ...iamPage,
  },
  inlinePolicies: {
    sku: "iam-inline-policies-size",
    item: "Inline policies of a role together, blanks left out",
    unit: "characters",
    value: 10_240,
    ...iamPage,
  },
  roleName: {
    sku: "iam-role-name",
    item: "Longest name of a role",
    unit: "characters",
    value: 64,
    ...iamPage,
  },
  freeBudgetActions: {
    sku: "budgets-action-free",
    item: "Budgets with actions that are free",
    unit: "budgets",
    value: 2,
    ...budgetsPage,
    ...high,
    priced: ["budgets-action-enabled"],
  },
  freeCloudWatch: {
    sku: "cloudwatch-free-tier",
    item: "What of CloudWatch is always free",
    unit: "by part",
    value: {
      alarmMetrics: 10,
      customMetrics: 10,
      dashboards: 3,
      apiRequests: 1_000_000,
      canaryRuns: 100,
    },
    source: "https://aws.amazon.com/cloudwatch/pricing/",
    confidence: "medium",
    priced: [
      "cloudwatch-alarm-standard",
      "cloudwatch-metric-custom",
      "cloudwatch-dashboard",
      "cloudwatch-canary-run",
    ],
  },
  freeHealthChecks: {
    sku: "route53-free-health-checks",
    item: "Health checks of endpoints at AWS that are free",
    unit: "checks",
    value: 50,
    source: "https://aws.amazon.com/route53/pricing/",
    asOf: "2026-10-01",
    ...high,
    priced: ["route53-health-check-aws"],
  },
  zoneRecords: {
    sku: "route53-records-per-zone",
    item: "Records of a zone before each costs 0.0015 dollars a month",
    unit: "records",
    value: 10_000,
    source: "https://aws.amazon.com/route53/pricing/",
    asOf: "2026-10-01",
    ...high,
    recorded: "Route 53 takes more, and no stack file is that long",
  },
} as const satisfies Limits;
