import { z } from "zod";
import {
  checklyFrequencies,
  checklyLocations,
  checklyPlans,
  longestCertificateNotice,
  longestResponse,
} from "../../catalogue/checkly";
import { healthCheckRegions } from "../../catalogue/regions";
import { alertSeverities } from "../../core/alerts";
import { hostName, shortName, text } from "../formats";
import { canarySection } from "./canary";

const requestIntervals = [10, 30] as const;

const checkSettings = {
  resourcePath: z
    .string()
    .max(255, "a path of at most 255 characters")
    .regex(/^\/\S*$/, "a path that begins with /, such as /api/health")
    .optional()
    .describe("Path that answers 2xx or 3xx while all is well.")
    .meta({ default: "/api/health" }),
  port: z.int().min(1).max(65_535).optional().describe("TCP port.").meta({ default: 443 }),
  requestInterval: z
    .literal(requestIntervals)
    .optional()
    .describe("Seconds between two questions of one checker. 10 costs more. Default by tier."),
  failureThreshold: z
    .int()
    .min(1)
    .max(10)
    .optional()
    .describe("Failures in a row after which the host counts as down. Default by tier."),
  regions: z
    .array(z.enum(healthCheckRegions))
    .min(3)
    .refine((regions) => new Set(regions).size === regions.length, "each region once")
    .optional()
    .describe("From where Route 53 asks, at least three. Left out, from everywhere."),
  measureLatency: z
    .boolean()
    .optional()
    .describe("Whether Route 53 also measures how long the answer takes. Costs extra.")
    .meta({ default: false }),
  severity: severity("critical").describe("How bad it is when the host is down."),
};

const expects = z
  .strictObject({
    status: z
      .int()
      .min(200)
      .max(399, "200 to 399: Route 53 takes every other status for a failure")
      .optional()
      .describe("HTTP status.")
      .meta({ default: 200 }),
    redirect: hostName.optional().describe("Host that a redirect must lead to, by HTTPS."),
    healthReport: z
      .boolean()
      .optional()
      .describe("Whether the body is a health report: status, time, version, each check healthy.")
      .meta({ default: false }),
    responseHeaders: z
      .boolean()
      .optional()
      .describe("Whether the answer must carry the declared response headers.")
      .meta({ default: false }),
  })
  .describe("What the answer has to be. Route 53 sees the status alone, the canary all of it.");

const percent = z
  .number()
  .gt(90)
  .lt(100)
  .describe("Percent of a month, above 90 and below 100: 99.9.");

const overall = z
  .union([
    z.literal(false),
    z.strictObject({
      minHealthy: z
        .int()
        .min(1)
        .optional()
        .describe("How many of the checks have to be healthy. Left out, all of them."),
      objective: percent.optional().meta({ default: 99.9 }),
      severity: severity("warning").describe("How bad it is when its error budget burns too fast."),
    }),
  ])
  .optional()
  .describe("One check over all others, with an alarm on its error budget. false: none.");

const frequency = z.literal(checklyFrequencies).optional();

const checkly = z
  .strictObject({
    everyMinutes: frequency
      .describe("Minutes between two runs of a check. Each location's run counts.")
      .meta({ default: 1 }),
    locations: z
      .array(z.enum(checklyLocations))
      .min(1)
      .refine((given) => new Set(given).size === given.length, "each location once")
      .optional()
      .describe("From where Checkly asks. Plans below Team have six locations.")
      .meta({ default: ["us-east-1", "eu-central-1", "ap-southeast-2"] }),
    degradedMs: milliseconds(3000).describe("Milliseconds from which on an answer is too slow."),
    maxMs: milliseconds(10_000).describe("Milliseconds from which on an answer counts as none."),
    certificateDays: z
      .int()
      .min(1)
      .max(longestCertificateNotice)
      .optional()
      .describe("Days before its end from which on a certificate is told of.")
      .meta({ default: 21 }),
    page: z
      .union([
        z.literal(false),
        z.strictObject({
          check: text("the name of a check")
            .optional()
            .describe("Name of the check whose host has the page. Default: the first that serves."),
          path: z
            .string()
            .regex(/^\/\S*$/, "a path that begins with /")
            .optional()
            .describe("Path of the page.")
            .meta({ default: "/" }),
          everyMinutes: frequency.describe("Minutes between two runs.").meta({ default: 10 }),
        }),
      ])
      .optional()
      .describe("The main page, opened in a browser. false: none."),
    plan: z
      .enum(checklyPlans)
      .optional()
      .describe("The account's plan. Locations and prices follow from it.")
      .meta({ default: "team" }),
  })
  .describe("How Checkly asks, where it is the vendor.");

/** Uptime checks from outside: a Route 53 HTTPS health check for each public host, and canaries. */
export const uptimeSection = z
  .strictObject({
    vendor: z
      .enum(["route53", "checkly"])
      .optional()
      .describe("Who asks, and nobody beside it.")
      .meta({ default: "route53" }),
    checkly: checkly.optional(),
    checks: z
      .record(
        shortName,
        z.strictObject({
          fqdn: hostName.describe("Host that is asked, always by HTTPS."),
          ipAddress: z
            .union([z.ipv4(), z.ipv6()], "an IP address such as 203.0.113.10")
            .optional()
            .describe(
              "Address that is asked in the host's name, where its DNS follows from the check.",
            ),
          standby: hostName
            .optional()
            .describe("Host that the canary asks in the name of fqdn, such as a standby."),
          expects: expects.optional(),
          ...checkSettings,
        }),
      )
      .optional()
      .describe(
        "Checks by name. Every public host of the stack has one without a word; what is said here about a host wins.",
      ),
    defaults: z
      .strictObject(checkSettings)
      .optional()
      .describe("What a check says when it says nothing itself."),
    overall,
    objectives: z
      .record(text("the name of a service"), percent)
      .optional()
      .describe("Availability promised, by service. Default by kind of service."),
    canary: z
      .union([z.literal(false), canarySection])
      .optional()
      .describe("Scripts that read answers from inside AWS. Default: on at level enterprise."),
  })
  .describe("Uptime checks from outside: a health check for each public host, and canaries.");

export type UptimeSection = z.infer<typeof uptimeSection>;

function milliseconds(fallback: number) {
  return z.int().min(1).max(longestResponse).optional().meta({ default: fallback });
}

function severity(fallback: (typeof alertSeverities)[number]) {
  return z.enum(alertSeverities).optional().meta({ default: fallback });
}
