import { z } from "zod";
import { supabasePlanLimits } from "../../catalogue/limits/supabase";
import { databaseRegions } from "../../catalogue/regions";
import { count, flag, hostName } from "../formats";

const largest = 2_147_483_647;

const pool = z.strictObject({
  poolSize: count(
    1,
    3000,
    "Connections to the database for each user and database pair, fewer than max_connections. Default by tier, as far as the server has connections for it.",
  ),
  mode: z
    .enum(["transaction", "session"])
    .optional()
    .describe("When a connection goes back to the pool. Functions need transaction.")
    .meta({ default: "transaction" }),
});

/** The pooler that the Management API knows; the settings of the Supabase provider never send one. */
export const poolerSection = z
  .union([z.literal(false), pool])
  .describe("Connection pooler of the primary database. false leaves it alone.");

/** An add-on that is billed for each project. */
export const pitrSection = z
  .strictObject({
    days: z.literal(supabasePlanLimits.pitr.value.days).describe("How many days back."),
  })
  .describe(
    "Recovery to a point in time, in place of daily backups. Needs a paid plan and at least small compute.",
  );

export const readReplicasSection = z
  .array(z.enum(databaseRegions))
  .refine((given) => new Set(given).size === given.length, "each region once; remove one")
  .describe("Regions with a read replica. Needs pitr; at most 2, from xlarge compute on 5.")
  .meta({ default: [] });

export const backupScheduleSection = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/, 'a time of day in UTC such as "03:00:00"')
  .describe("When the daily backup begins, in UTC. On paid plans, as long as there is no pitr.");

export const customHostnameSection = z
  .strictObject({
    hostname: hostName.describe("Such as api.example.com. Another one replaces it."),
    activate: flag(
      "Whether Supabase checks its DNS records and moves the project there, for good.",
    ).meta({ default: false }),
  })
  .describe("A hostname of one's own for the project's APIs, with its add-on. On paid plans.");

/** Without the keys of the plan: which numbers it allows is judged with the whole section. */
export const realtimeSection = z
  .strictObject({
    privateOnly: flag("Only channels with row policies: nobody joins a public one."),
    connectionPool: count(1, 100, "Connections of Realtime to the database."),
    maxConcurrentUsers: count(1, 50_000, "Clients connected at once."),
    maxEventsPerSecond: count(1, largest, "Messages a second, all clients together."),
    maxBytesPerSecond: count(1, largest, "Bytes a second, all clients together."),
    maxChannelsPerClient: count(1, largest, "Channels that one client may be in."),
    maxJoinsPerSecond: count(1, largest, "Joins a second."),
    maxPresenceEventsPerSecond: count(1, largest, "Presence messages a second."),
    maxPayloadSizeInKb: count(1, largest, "Size of one message, in kB."),
    presenceEnabled: flag("Whether clients may track presence."),
    suspend: flag("Turns Realtime off for the project."),
  })
  .describe("Limits of Realtime. Only the keys given are managed.");
