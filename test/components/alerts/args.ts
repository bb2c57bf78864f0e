import type { AlertsArgs } from "../../../components/alerts";

/** The least that says who hears of what, and what is watched. */
export const smallest: AlertsArgs = {
  product: "shop",
  tier: "dev",
  owner: "web-team",
  level: "basic",
  routes: { critical: { emails: ["web@shop.example"] } },
  services: { web: { kind: "hosting" } },
  runbooks: "docs/runbooks",
};

/** Everything that can be watched, and everybody who can be told. */
export const full: AlertsArgs = {
  ...smallest,
  tier: "prod",
  level: "enterprise",
  routes: {
    critical: {
      emails: ["On.Call@shop.example"],
      webhooks: { pager: { secret: "PAGER_URL" }, hook: { url: "https://hooks.shop.example/a" } },
      slackChannels: ["C0123456789"],
    },
    warning: { slackChannels: ["C0123456789"], teamsChannels: ["19:abc@thread.tacv2"] },
    info: { slackChannels: ["C0987654321"] },
  },
  chat: {
    slack: { slackTeamId: "T0123456789", authorized: true },
    teams: { tenantId: "tenant", teamId: "team", authorized: true },
  },
  services: {
    web: { kind: "hosting" },
    database: { kind: "database", connections: 100 },
    hub: {
      kind: "container",
      app: "shop-hub",
      cpu: { above: 70, after: 300 },
      connections: 80,
      previewPoolSize: 20,
    },
  },
  secrets: { PAGER_URL: "https://pager.example/token-of-the-pager" },
};

/** Answers and outputs that only AWS knows. */
export const aws = {
  calls: {
    "aws:index/getCallerIdentity:getCallerIdentity": () => ({ accountId: "123456789012" }),
    "aws:index/getRegion:getRegion": () => ({ region: "ca-central-1" }),
  },
  outputs: {
    "aws:sns/topic:Topic": { arn: "arn:aws:sns:made" },
    "aws:kms/key:Key": { arn: "arn:aws:kms:made" },
    "aws:iam/role:Role": { arn: "arn:aws:iam::role/made" },
    "aws:cloudwatch/metricAlarm:MetricAlarm": { arn: "arn:aws:cloudwatch:alarm" },
    "aws:cloudwatch/compositeAlarm:CompositeAlarm": { arn: "arn:aws:cloudwatch:composite" },
  },
};
