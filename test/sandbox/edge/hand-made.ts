import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { estateOf } from "../../../sandbox/edge/estate/estate";
import type { EdgeRequest } from "../../../sandbox/edge/routing/request";
import { Ledger } from "../../../sandbox/ledger/ledger";
import type { StoredMap } from "../../../sandbox/ledger/record";

export const projectId = "prj_shop";
export const domain = "shop.example";
export const app = "app.shop.example";
export const standby = "app-backup.shop.example";
export const fly = "shop-hub.fly.dev";

/** What a stack leaves in the ledger, each by type, id and outputs. */
type Made = readonly [type: string, id: string, outputs: StoredMap];

export const checkId = "check-app";
const topic = "arn:aws:sns:us-east-1:123456789012:critical";
const vercel = (name: string) =>
  `vercel:index/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`;
const aws = (module: string, name: string) =>
  `aws:${module}/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`;

const site: readonly Made[] = [
  [vercel("Project"), projectId, { name: "shop", autoAssignCustomDomains: false }],
  [vercel("ProjectDomain"), app, { projectId, domain: app }],
  [vercel("ProjectDomain"), domain, { projectId, domain, redirect: app, redirectStatusCode: 308 }],
  [
    vercel("ProjectRoute"),
    "route-headers",
    {
      ...{ projectId, name: "headers", enabled: true, srcSyntax: "regex" },
      position: { placement: "start" },
      route: {
        src: "/(.*)",
        headers: { "X-Frame-Options": "DENY", "Cache-Control": "private" },
        transforms: [{ type: "response.headers", op: "delete", target: '{"key":"X-Powered-By"}' }],
      },
    },
  ],
  [
    vercel("ProjectRoute"),
    "route-old",
    {
      ...{ projectId, name: "old", enabled: true, srcSyntax: "path-to-regexp" },
      position: { placement: "after", referenceRouteId: "route-headers" },
      route: {
        ...{ src: "/old/:slug", dest: "/new/:slug", status: 307 },
        missings: [{ type: "cookie", key: "stay" }],
      },
    },
  ],
  [
    vercel("FirewallConfig"),
    projectId,
    {
      projectId,
      enabled: true,
      rules: {
        rules: [
          {
            name: "api",
            active: true,
            conditionGroups: [{ conditions: [{ type: "path", op: "pre", value: "/api/auth" }] }],
            action: {
              action: "rate_limit",
              rateLimit: { limit: 2, window: 60, keys: ["ip"], action: "rate_limit" },
            },
          },
        ],
      },
    },
  ],
];

const record = (name: string, value: string, more: StoredMap = {}): Made => [
  aws("route53", "Record"),
  `zone_${name}_${JSON.stringify(more)}`,
  { fqdn: name, type: "CNAME", records: [value], ttl: 60, ...more },
];

const watched: readonly Made[] = [
  record(app, "cname.vercel-dns-0.com", {
    ...{ setIdentifier: "primary", healthCheckId: checkId },
    failoverRoutingPolicies: [{ type: "PRIMARY" }],
  }),
  record(app, standby, {
    setIdentifier: "secondary",
    failoverRoutingPolicies: [{ type: "SECONDARY" }],
  }),
  record(standby, "d111111abcdef8.cloudfront.net"),
  record(`api.${domain}`, fly),
  [
    aws("route53", "HealthCheck"),
    checkId,
    {
      ...{ type: "HTTPS", fqdn: app, ipAddress: "76.76.21.21", resourcePath: "/api/health" },
      ...{ requestInterval: 30, failureThreshold: 2 },
    },
  ],
  [
    aws("cloudwatch", "MetricAlarm"),
    "uptime-app",
    {
      ...{ name: "uptime-app", region: "us-east-1", alarmDescription: "The app is down." },
      ...{ namespace: "AWS/Route53", metricName: "HealthCheckStatus" },
      dimensions: { HealthCheckId: checkId },
      ...{ comparisonOperator: "LessThanThreshold", threshold: 1, statistic: "Minimum" },
      ...{ period: 60, evaluationPeriods: 1, treatMissingData: "breaching" },
      ...{ alarmActions: [topic], okActions: [topic] },
    },
  ],
  [
    aws("cloudwatch", "CompositeAlarm"),
    "anything",
    { alarmName: "anything", alarmRule: 'ALARM("uptime-app") AND NOT OK("uptime-app")' },
  ],
  [
    aws("sns", "TopicSubscription"),
    `${topic}:1`,
    { topic, protocol: "https", endpoint: "https://pager.example", pendingConfirmation: false },
  ],
  [
    aws("sns", "TopicSubscription"),
    `${topic}:2`,
    { topic, protocol: "email", endpoint: "oncall@shop.example", pendingConfirmation: true },
  ],
];

/** A ledger as a small stack leaves it; what is given comes on top. */
export function handMade(more: readonly Made[] = []) {
  const home = mkdtempSync(join(tmpdir(), "groundwork-edge-"));
  const ledger = Ledger.open(join(home, "ledger.jsonl"));
  for (const made of [...site, ...watched, ...more]) add(ledger, made);
  return { home, ledger, estate: () => estateOf(ledger.objects.all()) };
}

export function add(ledger: Ledger, [type, id, outputs]: Made): void {
  const urn = `urn:pulumi:prod::shop::${type}::${id}`;
  ledger.create({ urn, type, id, inputs: outputs, outputs, claims: [] });
}

export const rollingRelease: Made = [
  vercel("ProjectRollingRelease"),
  projectId,
  {
    projectId,
    stages: [
      { targetPercentage: 10, duration: 10 },
      { targetPercentage: 50, duration: 10 },
      { targetPercentage: 100 },
    ],
  },
];

export const banner: Made = [
  vercel("EdgeConfigItem"),
  "ecfg_1/maintenance",
  { key: "maintenance", valueJson: '{"enabled":true,"message":"Back at <noon>"}' },
];

export function asks(path: string, more: Partial<EdgeRequest> = {}): EdgeRequest {
  return {
    ...{ method: "GET", host: app, path, query: "", headers: {}, body: "", client: "1.2.3.4" },
    ...more,
  };
}

export const derive = (label: string) =>
  Buffer.from(label.padEnd(40, "x")).toString("hex").slice(-40);
