import { z } from "zod";
import { errorEventModes } from "../../catalogue/error-tracking";

const events = z
  .enum(errorEventModes)
  .optional()
  .describe(
    "Whether the app and the services report errors, or drop them. Default by tier: drop in dev.",
  );

const mail = z
  .strictObject({
    from: z
      .string()
      .regex(
        /^(?:[^<>\r\n]+ <[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+)$/,
        "an address such as errors@example.com, or Errors <errors@example.com>",
      )
      .describe("Sender. Its domain is verified at Resend."),
    to: z
      .array(z.email({ error: "an address such as platform@example.com" }))
      .min(1)
      .max(50)
      .describe("Who is told: 1 to 50 addresses."),
    repeatHours: z
      .int()
      .min(1)
      .max(168)
      .optional()
      .describe("Hours in which the same error is not told again.")
      .meta({ default: 24 }),
  })
  .describe("Mail by Resend, from an edge function. Needs the secret RESEND_API_KEY.");

const database = z
  .strictObject({
    kind: z.literal("database").describe("A table in the stack's own database."),
    events,
    mail: mail.optional(),
  })
  .describe("Errors in a table of the stack's own database, told by mail.");

const sentry = z
  .strictObject({
    kind: z.literal("sentry").describe("Sentry, which the app's SDK reports to."),
    events,
  })
  .describe("Errors at Sentry. Needs SENTRY_DSN, SENTRY_ENVIRONMENT, SENTRY_RELEASE.");

/** Where errors go: exactly one place for each stack. */
export const errorTrackingSection = z
  .discriminatedUnion("kind", [database, sentry])
  .describe("Where errors of the product go. Left out, into a table of the database, and no mail.");

export type ErrorTrackingSection = z.infer<typeof errorTrackingSection>;
