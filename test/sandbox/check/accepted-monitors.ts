/** Full inputs that Sentry, Checkly and PagerDuty take, one of each type. */
export const acceptedMonitors = {
  sentryTeam: { organization: "velocity", name: "Web", slug: "web" },
  sentryProject: {
    organization: "velocity",
    teams: ["web"],
    name: "Shop",
    slug: "shop-prod",
    platform: "javascript-nextjs",
    resolveAge: 720,
  },
  sentryKey: { organization: "velocity", project: "shop-prod", name: "app", rateLimitCount: 100 },
  sentryAlert: {
    organization: "velocity",
    project: "shop-prod",
    name: "New errors",
    actionMatch: "any",
    filterMatch: "all",
    frequency: 1440,
    conditions: [{ id: "sentry.rules.conditions.first_seen_event.FirstSeenEventCondition" }],
    actions: [{ id: "sentry.mail.actions.NotifyEmailAction", targetType: "Team" }],
  },
  checklyChannel: {
    email: { address: "web@example.com" },
    sendDegraded: true,
    sslExpiry: true,
    sslExpiryThreshold: 21,
  },
  checklyGroup: { name: "shop", activated: true, concurrency: 3, locations: ["us-east-1"] },
  checklyCheck: {
    name: "app",
    type: "API",
    activated: true,
    frequency: 1,
    groupId: 12,
    locations: ["us-east-1", "eu-central-1"],
    maxResponseTime: 10_000,
    request: {
      url: "https://app.example.com/api/health",
      assertions: [{ source: "STATUS_CODE", comparison: "EQUALS", target: "200" }],
    },
  },
  pagerdutyPolicy: {
    name: "Shop",
    numLoops: 2,
    rules: [
      {
        escalationDelayInMinutes: 15,
        targets: [{ id: "PSCHED1", type: "schedule_reference" }],
      },
    ],
  },
  pagerdutyService: {
    name: "Shop",
    escalationPolicy: "PPOLICY",
    alertCreation: "create_alerts_and_incidents",
    incidentUrgencyRule: { type: "constant", urgency: "high" },
  },
  pagerdutyIntegration: {
    name: "CloudWatch",
    service: "PSERVIC",
    type: "aws_cloudwatch_inbound_integration",
  },
} as const;
