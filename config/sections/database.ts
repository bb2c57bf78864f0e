import { z } from "zod";
import { databaseRegions } from "../../catalogue/regions";
import { instanceSizes } from "../../catalogue/sizes";
import { supabasePlans } from "../../catalogue/supabase-limits";
import { settingsProblems } from "../../catalogue/supabase-settings";
import { goDuration, text } from "../formats";
import { authSection } from "./auth";
import {
  backupScheduleSection,
  customHostnameSection,
  pitrSection,
  poolerSection,
  readReplicasSection,
  realtimeSection,
} from "./database-admin";
import { apiKeysSection, functionSecretsSection, functionsSection } from "./functions";
import { networkSection } from "./network";
import { postgresSection } from "./postgres";
import { databaseStorageSection } from "./database-storage";

const api = z
  .strictObject({
    db_schema: z
      .string()
      .optional()
      .describe("Schemas that the Data API shows, with commas. Empty text turns it off.")
      .meta({ default: "public" }),
    db_extra_search_path: z
      .string()
      .optional()
      .describe("Schemas added to the search path, with commas."),
    max_rows: z
      .int()
      .min(0)
      .max(1_000_000)
      .optional()
      .describe("Rows that one answer holds at most.")
      .meta({ default: 1000 }),
    db_pool: z.int().min(0).max(1000).optional().describe("Connections that the Data API keeps."),
  })
  .describe("The Data API, by the keys of Supabase's Management API.");

const timeout = (what: string) =>
  goDuration.optional().describe(`How long to wait for ${what}.`).meta({ default: "15m" });

const timeouts = z
  .strictObject({
    create: timeout("a new project"),
    update: timeout("a change, a resize included"),
  })
  .describe('How long to wait for Supabase, such as "15m".');

/** The Supabase project. Its database password is generated and never stands in a file. */
export const databaseSection = z
  .strictObject({
    name: text("the name of the Supabase project")
      .max(256)
      .describe("Name of the Supabase project."),
    organizationId: z
      .string()
      .regex(/^[\w-]+$/, "an organization slug, as it stands in the dashboard's URL")
      .describe("Slug of the Supabase organization. Cannot be changed later."),
    region: z.enum(databaseRegions).describe("Where the data is kept. Cannot be changed later."),
    plan: z
      .enum(supabasePlans)
      .optional()
      .describe("Plan of the organization. Settings that it does not have are refused."),
    instanceSize: z
      .enum(instanceSizes)
      .optional()
      .describe("Compute size. Leave it out on the Free plan. A change restarts the database."),
    passwordLength: z
      .int()
      .min(4)
      .max(1000)
      .optional()
      .describe("Characters of the generated database password.")
      .meta({ default: 32 }),
    sslEnforcement: z
      .boolean()
      .optional()
      .describe("Whether the database refuses connections without TLS.")
      .meta({ default: true }),
    database: postgresSection.optional(),
    auth: authSection.optional(),
    api: api.optional(),
    storage: databaseStorageSection.optional(),
    network: networkSection.optional(),
    pooler: poolerSection.optional(),
    pitr: pitrSection.optional(),
    readReplicas: readReplicasSection.optional(),
    backupSchedule: backupScheduleSection.optional(),
    customHostname: customHostnameSection.optional(),
    realtime: realtimeSection.optional(),
    functions: functionsSection.optional(),
    functionSecrets: functionSecretsSection.optional(),
    apiKeys: apiKeysSection.optional(),
    timeouts: timeouts.optional(),
    protect: z
      .boolean()
      .optional()
      .describe("Whether Pulumi refuses to delete the project. Default by tier."),
    retainOnDelete: z
      .boolean()
      .optional()
      .describe("Whether everything stays at Supabase when Pulumi deletes it.")
      .meta({ default: false }),
  })
  .superRefine((settings, context) => {
    // A misspelt key may be the very one that seems to be missing.
    if (context.issues.some(({ code }) => code === "unrecognized_keys")) return;
    for (const { path, allowed, fix } of settingsProblems(settings)) {
      context.addIssue({ code: "custom", path, message: `${allowed}; ${fix}` });
    }
  })
  .describe("The Supabase project, in Supabase's own words.");

export type DatabaseSection = z.infer<typeof databaseSection>;
