import type { Refusal } from "./refusal";

/** What Sentry, Checkly and PagerDuty or their providers refuse. */
export const monitors: readonly Refusal[] = [
  ["sentryTeam", { slug: "Web Team" }, "slug", /^expected small letters/],
  ["sentryTeam", { slug: "42" }, "slug", /^expected small letters/],
  ["sentryProject", { teams: [] }, "teams", /at least 1/],
  [
    "sentryProject",
    { team: "web" },
    "teams",
    "only one of team or teams may be given; got team and teams",
  ],
  ["sentryAlert", { actionMatch: "none" }, "actionMatch", /^expected one of all, any/],
  ["sentryAlert", { filterMatch: "some" }, "filterMatch", /^expected one of all, any, none/],
  ["sentryAlert", { frequency: 4 }, "frequency", /5/],
  ["sentryAlert", { name: "a".repeat(65) }, "name", /64/],
  ["sentryKey", { project: undefined }, "project", "required, and missing"],
  ["checklyChannel", { email: undefined }, "email", /one of email/],
  ["checklyChannel", { sms: { name: "a", number: "+1" } }, "sms", /one of email/],
  ["checklyChannel", { sslExpiryThreshold: 31 }, "sslExpiryThreshold", /30/],
  ["checklyCheck", { frequency: 2 }, "frequency", /^expected one of 0, 1, 5/],
  ["checklyCheck", { frequency: 0 }, "frequencyOffset", /^required/],
  ["checklyCheck", { maxResponseTime: 60_000 }, "maxResponseTime", /30000/],
  ["checklyCheck", { type: "PING" }, "type", /^expected one of API, BROWSER/],
  ["checklyCheck", { request: undefined }, "request", /^required/],
  ["checklyGroup", { concurrency: 0 }, "concurrency", /1/],
  ["pagerdutyPolicy", { rules: [] }, "rules", /at least 1/],
  ["pagerdutyPolicy", { numLoops: 10 }, "numLoops", /9/],
  [
    "pagerdutyService",
    { alertCreation: "none" },
    "alertCreation",
    /^expected one of create_alerts/,
  ],
  [
    "pagerdutyService",
    { escalationPolicy: undefined },
    "escalationPolicy",
    "required, and missing",
  ],
  ["pagerdutyIntegration", { vendor: "PZQ6AUS" }, "vendor", /only one of type or vendor/],
  ["pagerdutyIntegration", { type: "cloudwatch" }, "type", /^expected one of aws_cloudwatch/],
];
