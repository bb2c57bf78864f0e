import { z } from "zod";
import { healthCheckRegions } from "../../catalogue/regions";
import { hostName } from "../formats";

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
};

const checkName = z
  .string()
  .regex(
    /^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$/,
    "a short name of lower-case letters, digits and hyphens",
  );

/** Uptime checks from outside: one Route 53 HTTPS health check for each public host. */
export const uptimeSection = z
  .strictObject({
    checks: z
      .record(
        checkName,
        z.strictObject({
          fqdn: hostName.describe("Host that is asked, always by HTTPS."),
          ...checkSettings,
        }),
      )
      .describe("Checks by name; the name stands in the resource's name."),
    defaults: z
      .strictObject(checkSettings)
      .optional()
      .describe("What a check says when it says nothing itself."),
  })
  .describe("Uptime checks from outside: one Route 53 HTTPS health check for each public host.");

export type UptimeSection = z.infer<typeof uptimeSection>;
