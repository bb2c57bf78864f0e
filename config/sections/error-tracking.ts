import { z } from "zod";
import {
  errorEventModes,
  sentryPlans,
  sentrySlug,
  sentrySlugWords,
} from "../../catalogue/error-tracking";
import { text } from "../formats";

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

const slug = z.string().regex(sentrySlug, sentrySlugWords).optional();

const alerts = z
  .strictObject({
    frequencyMinutes: z
      .int()
      .min(5)
      .max(43_200)
      .optional()
      .describe("Minutes in which one error is told at most once.")
      .meta({ default: 30 }),
    eventsPerHour: z
      .int()
      .min(1)
      .max(1_000_000)
      .optional()
      .describe("Times in an hour from which on an error is told though it is known.")
      .meta({ default: 100 }),
  })
  .describe("New errors, errors that came back, and errors that happen too often.");

const sentry = z
  .strictObject({
    kind: z.literal("sentry").describe("Sentry, which the app's SDK reports to."),
    events,
    organization: slug.describe(
      "Slug of the organization. Given, the stack has its own project there and the app its address; left out, the secret SENTRY_DSN is registered.",
    ),
    team: slug.describe("Slug of a team that is there already. Left out, one is made."),
    project: slug.describe("Slug of the project. Default: <product>-<tier>."),
    platform: text("Sentry's word for a platform, such as javascript-nextjs")
      .optional()
      .describe("What the project is about, in Sentry's word for it.")
      .meta({ default: "javascript-nextjs" }),
    protect: z
      .boolean()
      .optional()
      .describe("Whether Pulumi refuses to delete the project. Default by tier: true in prod."),
    alerts: z
      .union([z.literal(false), alerts])
      .optional()
      .describe("Which errors the team is mailed about. false: none."),
    tracesSampleRate: z
      .number()
      .min(0)
      .max(1)
      .optional()
      .describe("Part of the traces that are sent, 0 to 1: SENTRY_TRACES_SAMPLE_RATE of the app.")
      .meta({ default: 1 }),
    environment: text("an environment, such as prod")
      .optional()
      .describe(
        "The environment that errors are sorted by: SENTRY_ENVIRONMENT of the app. Default: the tier, where an organization is given.",
      ),
    plan: z
      .enum(sentryPlans)
      .optional()
      .describe("The organization's plan. Prices follow from it.")
      .meta({ default: "team" }),
    release: text("a release, such as shop@1.4.0 or a commit")
      .optional()
      .describe("The release that errors are tied to: SENTRY_RELEASE of the app."),
  })
  .describe("Errors at Sentry. Needs its address, an environment and a release.");

/** Where errors go: exactly one place for each stack. */
export const errorTrackingSection = z
  .discriminatedUnion("kind", [database, sentry])
  .describe("Where errors of the product go. Left out, into a table of the database, and no mail.");

export type ErrorTrackingSection = z.infer<typeof errorTrackingSection>;
