import { z } from "zod";
import { vercelPlans } from "../../catalogue/vercel-limits";
import {
  advancementTypes,
  branchMatches,
  flagKinds,
  logEnvironments,
  logFormats,
  logSources,
  retentions,
  skewProtections,
} from "../../catalogue/vercel-platform";
import { releaseStages } from "../../catalogue/vercel-releases";
import { webhookEvents } from "../../catalogue/vercel-webhooks";
import { flag, hostName, secretName, text } from "../formats";
import { protectionKeys } from "./hosting-protection";

const httpsAddress = z
  .string()
  .max(2048, "an address of at most 2,048 characters")
  .regex(/^https:\/\/[^\s/?#@]+([/?#]\S*)?$/, "an https address such as https://logs.example.com");

const customEnvironment = z.strictObject({
  description: text("what it is for").optional().describe("What it is for."),
  branchTracking: z
    .strictObject({
      pattern: z.string().min(1).max(100).describe("Text that the branch's name is compared with."),
      type: z.enum(branchMatches).describe("How it is compared."),
    })
    .optional()
    .describe("Branches that deploy to it with each push."),
});

const retention = (what: string, standard: (typeof retentions)[number]) =>
  z.enum(retentions).optional().describe(`How long ${what} are kept.`).meta({ default: standard });

const rollingRelease = z
  .strictObject({
    advancementType: z.enum(advancementTypes).describe("Who moves it on: the clock, or a person."),
    stages: z
      .array(
        z.strictObject({
          targetPercentage: z
            .int()
            .min(0)
            .max(100)
            .describe("Percent of visitors who get the new deployment."),
          duration: z
            .int()
            .min(1)
            .max(releaseStages.maxMinutes)
            .optional()
            .describe("Minutes until the next stage, for automatic releases."),
        }),
      )
      .min(releaseStages.min)
      .max(releaseStages.max)
      .describe("Stages, the last and only the last with 100."),
  })
  .describe("Production deployments reach visitors in stages. Needs skewProtection.");

const logDrain = z
  .strictObject({
    endpoint: httpsAddress.describe("Address that answers Vercel's verification."),
    environments: z
      .array(z.enum(logEnvironments))
      .min(1)
      .optional()
      .describe("Environments whose logs are sent.")
      .meta({ default: ["production"] }),
    sources: z
      .array(z.enum(logSources))
      .min(1)
      .optional()
      .describe("What the logs come from. Left out, all of them."),
    samplingRate: z.number().min(0).max(1).optional().describe("Share of the logs."),
    deliveryFormat: z
      .enum(logFormats)
      .optional()
      .describe("A JSON list a request, or a JSON object a line.")
      .meta({ default: "json" }),
    secret: secretName
      .optional()
      .describe("Name in groundwork:secrets of what signs the requests, 32 characters at least."),
  })
  .describe("Logs sent on as they come. Pro and Enterprise.");

const flagEnvironment = z.strictObject({
  defaultVariant: text("the id of a variant").describe("The variant served while it is on."),
  disabledVariant: text("the id of a variant").describe("The variant served while it is off."),
  enabled: z.boolean().optional().describe("Whether it is on.").meta({ default: false }),
});

const flagName = (what: string) =>
  z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/, `${what}: letters, digits, _ and hyphens`);

const featureFlag = z.strictObject({
  kind: z.enum(flagKinds).describe("What its variants are. Another kind makes another flag."),
  description: text("what it is for").optional().describe("What it is for."),
  variants: z
    .record(
      flagName("the id of a variant"),
      z.union([z.boolean(), z.number(), z.string().max(4096, "text of at most 4,096 characters")]),
    )
    .describe("Values by the id that the environments name."),
  environments: z
    .strictObject({
      production: flagEnvironment.describe("What it serves in production."),
      preview: flagEnvironment.describe("What it serves in previews."),
      development: flagEnvironment.describe("What it serves in development."),
    })
    .describe("What it serves where."),
});

/** Settings of the hosting project beside its build: who reaches it, how it is released, where its logs go. */
export const platformKeys = {
  plan: z
    .enum(vercelPlans)
    .optional()
    .describe("Plan of the Vercel team, by which limits are checked.")
    .meta({ default: "pro" }),
  autoAssignCustomDomains: flag(
    "Whether a build of the production branch goes live by itself; false where a pipeline promotes it.",
  ).meta({ default: true }),
  skewProtection: z
    .enum(skewProtections)
    .optional()
    .describe("How long clients reach the deployment that they were loaded from."),
  previewDeploymentsDisabled: flag("Makes no deployments of other branches.").meta({
    default: false,
  }),
  previewDeploymentSuffix: hostName
    .optional()
    .describe("Host under which previews get theirs, instead of vercel.app."),
  prioritiseProductionBuilds: flag("Builds production before previews that wait.").meta({
    default: false,
  }),
  enablePreviewFeedback: flag("Vercel's toolbar on previews."),
  enableProductionFeedback: flag("Vercel's toolbar on production."),
  ...protectionKeys,
  customEnvironments: z
    .record(
      z
        .string()
        .regex(
          /^(?!(production|preview|development)$)[a-z0-9-]{1,32}$/,
          "1 to 32 lower-case letters, digits and hyphens, and none of Vercel's own environments",
        ),
      customEnvironment,
    )
    .optional()
    .describe("Environments beside production, preview and development. Hobby has none, Pro one."),
  deploymentRetention: z
    .strictObject({
      expirationProduction: retention("production deployments", "1y"),
      expirationPreview: retention("preview deployments", "6m"),
      expirationCanceled: retention("canceled deployments", "1m"),
      expirationErrored: retention("failed deployments", "3m"),
    })
    .optional()
    .describe("How long deployments are kept."),
  rollingRelease: rollingRelease.optional(),
  logDrain: logDrain.optional(),
  webhook: z
    .strictObject({
      endpoint: httpsAddress.describe("Address that is called."),
      events: z.array(z.enum(webhookEvents)).min(1).describe("What it is told of."),
    })
    .optional()
    .describe("Calls to a service when something happens. Pro and Enterprise."),
  crons: z
    .strictObject({ enabled: z.boolean().describe("Whether they run.") })
    .optional()
    .describe("Cron jobs, whose schedules stand in the app's vercel.json."),
  featureFlags: z
    .record(flagName("the key of a flag"), featureFlag)
    .optional()
    .describe("Switches that the app asks for, by key."),
} as const;
