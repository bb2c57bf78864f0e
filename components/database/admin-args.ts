import type { supabasePlanLimits } from "../../catalogue/limits/supabase";

/** The connection pooler of the primary database. */
export interface PoolerSettings {
  /**
   * Connections to the database for each user and database pair, 1 to 3000 and fewer than `max_connections`. Supabase
   * advises to stay below 80 % of them, and below 40 % where the Data API is busy.
   * @default in a stack file, 10 in dev, 25 in staging and 100 in prod, as far as the server has connections for them
   */
  poolSize?: number | undefined;
  /**
   * When a connection goes back to the pool: `transaction` is for short-lived clients such as functions.
   * @default "transaction"
   */
  mode?: PoolMode | undefined;
}

export type PoolMode = "transaction" | "session";

/** Recovery to a point in time, an add-on that is billed for each project and replaces the daily backups. */
export interface PitrSettings {
  /** How many days back: 7, 14 or 28. */
  days: PitrDays;
}

export type PitrDays = (typeof supabasePlanLimits.pitr.value.days)[number];

/** A hostname of one's own for the project's APIs, with the billed add-on that it needs. */
export interface CustomHostnameSettings {
  /** Such as `api.example.com`. Another hostname replaces it. */
  hostname: string;
  /**
   * Whether Supabase checks the DNS records and moves the project to the hostname, which never goes back. First leave it
   * out, set the records that `customHostname` of the component tells, then turn it on.
   * @default false
   */
  activate?: boolean | undefined;
}

/** Limits of Realtime. A limit that is left out is not managed. */
export interface RealtimeSettings {
  /** Only channels with row policies: nobody joins a public one. */
  privateOnly?: boolean | undefined;
  /** Connections of Realtime to the database, 1 to 100. */
  connectionPool?: number | undefined;
  /** Clients connected at once, 1 to 50000; on the Free plan at most 200. */
  maxConcurrentUsers?: number | undefined;
  /** Messages a second, all clients together; on the Free plan at most 100. */
  maxEventsPerSecond?: number | undefined;
  /** Bytes a second, all clients together. */
  maxBytesPerSecond?: number | undefined;
  /** Channels that one client may be in. */
  maxChannelsPerClient?: number | undefined;
  /** Joins a second. */
  maxJoinsPerSecond?: number | undefined;
  /** Presence messages a second. */
  maxPresenceEventsPerSecond?: number | undefined;
  /** Size of one message, in kB. */
  maxPayloadSizeInKb?: number | undefined;
  /** Whether clients may track presence. */
  presenceEnabled?: boolean | undefined;
  /** Turns Realtime off for the project. */
  suspend?: boolean | undefined;
}

/** An edge function that anybody may call. */
export interface WithoutJwt {
  enabled: false;
  /** Why, and how the function knows its callers instead, such as "Stripe signs each call". */
  reason: string;
}
