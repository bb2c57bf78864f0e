import { z } from "zod";
import { hostName, secretName, text } from "../formats";

const pathPattern = /^\/\S*$/;

const request = z.strictObject({
  host: hostName.describe("Host that is asked, by HTTPS."),
  path: z
    .string()
    .regex(pathPattern, "a path that begins with /, such as /api/projects")
    .describe("Path, with query where there is one."),
  method: z.enum(["GET", "POST"]).optional().describe("HTTP method.").meta({ default: "GET" }),
  body: z
    .record(z.string(), z.string())
    .optional()
    .describe("Sent as JSON. A value that is $CREDENTIAL becomes the test credential."),
  authenticated: z
    .boolean()
    .optional()
    .describe("Whether it carries the test credential as a bearer token.")
    .meta({ default: false }),
  status: z
    .int()
    .min(100)
    .max(599)
    .optional()
    .describe("HTTP status that means all is well.")
    .meta({ default: 200 }),
});

const smoke = z
  .strictObject({
    secret: secretName.describe("Name of the secret with the credential of the test account."),
    interval: z
      .int()
      .min(5)
      .max(60)
      .optional()
      .describe("Minutes between two runs.")
      .meta({ default: 60 }),
    requests: z
      .record(text("what the request proves"), request)
      .refine((requests) => Object.keys(requests).length > 0, "at least one request")
      .describe("Requests by what they prove, sent in the order of their keys."),
  })
  .describe("Requests as a user makes them. What they make, they make each time.");

/** Scripts on CloudWatch Synthetics. */
export const canarySection = z.strictObject({
  interval: z
    .int()
    .min(1)
    .max(60)
    .optional()
    .describe("Minutes between two runs that ask for health.")
    .meta({ default: 5 }),
  certificateDays: z
    .int()
    .min(1)
    .max(90)
    .optional()
    .describe("Days that a certificate must still be valid.")
    .meta({ default: 21 }),
  runtimeVersion: z
    .string()
    .regex(/^syn-nodejs-[a-z0-9.-]+$/, "a runtime with Node.js, such as syn-nodejs-puppeteer-15.0")
    .optional()
    .describe("Version of the Synthetics runtime."),
  bucket: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/, "3 to 63 lower-case letters, digits and hyphens")
    .optional()
    .describe("Name of the bucket for scripts and results. Default: <product>-<tier>-canary."),
  artifactDays: z
    .int()
    .min(1)
    .max(455)
    .optional()
    .describe("Days that results are kept.")
    .meta({ default: 31 }),
  smoke: smoke.optional(),
});
