import type { DeclaredResource } from "../../core/resource";
import { tokens } from "../../core/tokens";
import type { PropertyMap } from "../../core/value";
import type { ReportInput } from "../../report/build";

/** One of everything that sections tell of: a host that somebody hears of, a bucket, a role, a team, an environment. */

export const urnOf = (type: string, name: string) => `urn:pulumi:prod::shop::${type}::${name}`;

/** A resource with inputs, and what its properties were computed from. */
export function declare(
  type: string,
  name: string,
  inputs: PropertyMap = {},
  from: Record<string, readonly string[]> = {},
): DeclaredResource {
  return {
    urn: urnOf(type, name),
    type,
    name,
    custom: !type.startsWith("groundwork:"),
    protect: false,
    inputs,
    propertyDependencies: from,
  };
}

const domain = "vercel:index/projectDomain:ProjectDomain";
const check = "aws:route53/healthCheck:HealthCheck";
const alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
const topic = "aws:sns/topic:Topic";
const subscription = "aws:sns/topicSubscription:TopicSubscription";
const bucket = "aws:s3/bucket:Bucket";
export const role = "aws:iam/role:Role";
const team = "github:index/team:Team";

/** Every text of it is given; the rest is as in a small product. */
export function smallStack(say: (text: string) => string = (text) => text): DeclaredResource[] {
  const told = say("Does not answer. What to do: https://example.com/uptime.md Owner: web-team.");
  return [
    declare(tokens.stackProfile, "profile", { costs: { awsRegion: "ca-central-1" } }),
    declare(domain, "web-shop", { domain: say("shop.example.com") }),
    declare(domain, "web-bare", { domain: "example.com", redirect: say("shop.example.com") }),
    declare(check, "uptime-shop", {
      fqdn: say("shop.example.com"),
      type: "HTTPS",
      port: 443,
      resourcePath: say("/api/health"),
      requestInterval: 30,
    }),
    declare(
      alarm,
      "uptime-shop-alarm",
      { name: say("shop-down"), namespace: "AWS/Route53", alarmDescription: told, tags: {} },
      { dimensions: [urnOf(check, "uptime-shop")], alarmActions: [urnOf(topic, "critical")] },
    ),
    declare(topic, "critical", { name: say("shop-alerts-critical") }),
    declare(
      subscription,
      "critical-email",
      { protocol: "email", endpoint: say("oncall@example.com") },
      { topic: [urnOf(topic, "critical")] },
    ),
    declare(bucket, "files", { region: "eu-central-1", tags: { personalData: "true" } }),
    declare(role, "deploy", { name: say("shop-deploy") }),
    declare(team, "team-web", { name: say("web-team") }),
    declare(
      "github:index/teamRepository:TeamRepository",
      "access-web",
      { permission: say("push") },
      { teamId: [urnOf(team, "team-web")] },
    ),
    declare(
      "github:index/teamMembers:TeamMembers",
      "members-web",
      { members: [{ username: say("ada"), role: "maintainer" }] },
      { teamSlug: [urnOf(team, "team-web")] },
    ),
    declare(
      "github:index/repositoryEnvironment:RepositoryEnvironment",
      "production",
      { environment: say("production"), waitTimer: 5, canAdminsBypass: true },
      { reviewers: [urnOf(team, "team-web")] },
    ),
    declare("github:index/branchProtection:BranchProtection", "main", {
      pattern: say("main"),
      enforceAdmins: true,
      requiredPullRequestReviews: [
        { requiredApprovingReviewCount: 2, pullRequestBypassers: [say("/release-bot")] },
      ],
    }),
  ];
}

/** A site and services that hosts are told of by files. */
export function renderedStack(parent: string): DeclaredResource[] {
  const site = {
    ...declare(tokens.hostedSite, "web-site", {
      ...{ vendor: "netlify", managed: false, regions: ["yul"], gaps: [] },
      domains: { "shop.example.com": {}, "example.com": { redirect: "shop.example.com" } },
    }),
    parent,
  };
  const services = declare(tokens.containerService, "services", {
    services: {
      hub: { vendor: "fly", app: "shop-hub", primaryRegion: "yyz", regions: ["yyz"] },
      api: { vendor: "render", app: "shop-api", hosted: { regions: { ohio: 2 } } },
    },
  });
  return [site, services];
}

/** What is read of it by the rules' own eyes, and what an engine tells. */
export function smallSections(
  routeUrn: string,
  say: (text: string) => string = (text) => text,
): Required<Pick<ReportInput, "headers" | "roles" | "changes">> {
  return {
    headers: [
      {
        urn: routeUrn,
        hosts: [{ host: say("shop.example.com") }],
        source: say("/(.*)"),
        covers: "every path",
        headers: [
          { name: say("X-Frame-Options"), state: "sent", value: say("DENY") },
          { name: "x-powered-by", state: "removed" },
        ],
        grade: "B",
        points: 75,
      },
    ],
    roles: [
      {
        urn: urnOf(role, "deploy"),
        openTo: [say("Service lambda.amazonaws.com")],
        grants: [
          {
            allows: true,
            actions: [say("s3:GetObject")],
            on: [say("arn:aws:s3:::files/*")],
            conditions: [say("aws:sourcearn")],
          },
        ],
        policies: [say("ReadOnly")],
      },
    ],
    changes: [
      { urn: urnOf(bucket, "files"), operation: "create" },
      {
        urn: routeUrn,
        operation: "update failed",
        properties: [say("route")],
        meaning: [
          {
            what: say("X-Frame-Options"),
            property: say("route.headers.X-Frame-Options"),
            before: say("DENY"),
            after: say("SAMEORIGIN"),
            direction: "weaker",
          },
        ],
      },
    ],
  };
}
