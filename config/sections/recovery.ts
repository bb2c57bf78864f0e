import { z } from "zod";
import { pinnedImagePattern, pinnedImageWords } from "../../catalogue/images";
import { backupCadences } from "../../core/backups";
import { ownName, text } from "../formats";

const minutes = z.int().min(0).max(525_600);

const objective = z
  .strictObject({
    rtoMinutes: minutes.optional().describe("Recovery time: minutes until it serves again."),
    rpoMinutes: minutes.optional().describe("Recovery point: minutes of data that may be lost."),
    by: text("how it comes back").optional().describe("How it comes back."),
  })
  .refine(({ rtoMinutes, rpoMinutes }) => rtoMinutes !== undefined || rpoMinutes !== undefined, {
    message: "rtoMinutes or rpoMinutes",
    path: ["rtoMinutes"],
  })
  .describe("What is promised of one part when it is lost.");

const backups = z
  .strictObject({
    every: z
      .enum(backupCadences)
      .optional()
      .describe("How often a copy is made. Default by tier: dev never, staging day, prod hour."),
    buckets: z
      .array(ownName)
      .refine((keys) => new Set(keys).size === keys.length, "each bucket once")
      .describe("Keys of buckets on S3 that are copied."),
    keepDays: z
      .int()
      .min(1)
      .max(36_500)
      .optional()
      .describe("Days that a copy is kept.")
      .meta({ default: 35 }),
    continuous: z
      .boolean()
      .optional()
      .describe("Whether every change is recorded too, for a return to any second of 35 days.")
      .meta({ default: false }),
    lock: z
      .boolean()
      .optional()
      .describe(
        "Whether nobody deletes a copy before its time but who may lift the vault's lock. Default by tier: prod true, else false.",
      ),
  })
  .describe("Copies of buckets on S3, by AWS Backup.");

const restoreTests = z
  .strictObject({
    schedule: z
      .string()
      .regex(/^cron\((\S+ ){5}\S+\)$/, "a cron expression of AWS such as cron(0 6 1 * ? *)")
      .optional()
      .describe("When, UTC.")
      .meta({ default: "cron(0 6 1 * ? *)" }),
    validationWindowHours: z
      .int()
      .min(1)
      .max(168)
      .optional()
      .describe("Hours that a restored copy stays for somebody to look at.")
      .meta({ default: 24 }),
  })
  .describe("Copies restored on trial, to prove that they can be.");

const stateExport = z
  .strictObject({
    bucket: ownName.describe("Key of the bucket."),
    prefix: z
      .string()
      .regex(/^([\w.-]+\/)+$/, "a folder such as state/")
      .optional()
      .describe("Folder in it.")
      .meta({ default: "state/" }),
    schedule: z
      .string()
      .regex(/^(\S+ ){4}\S+$/, "five fields of cron such as 0 4 * * *")
      .optional()
      .describe("When, UTC.")
      .meta({ default: "0 4 * * *" }),
  })
  .describe("Where the pipeline exports the state of the stack to.");

const rollback = z
  .strictObject({
    deployment: z
      .string()
      .regex(/^dpl_[A-Za-z0-9]+$/, "the id of a Vercel deployment such as dpl_8Jx2")
      .optional()
      .describe("Vercel deployment to promote."),
    images: z
      .record(ownName, z.string().regex(pinnedImagePattern, pinnedImageWords))
      .optional()
      .describe("Image of each container service."),
    migration: z
      .string()
      .regex(/^\d{14}_[a-z0-9_]+$/, "a migration such as 20261101120000_add_projects")
      .optional()
      .describe("Last migration that these work with."),
  })
  .describe("What to return to when a release turns out bad; the pipeline writes it.");

/** How the stack comes back from a loss. */
export const recoverySection = z
  .strictObject({
    objectives: z
      .record(ownName, objective)
      .optional()
      .describe("What is promised of each part: services, files, configuration."),
    backups: backups.optional(),
    restoreTests: restoreTests.optional(),
    stateExport: stateExport.optional(),
    rollback: rollback.optional(),
  })
  .describe("How the stack comes back from a loss.");

export type RecoverySection = z.infer<typeof recoverySection>;
