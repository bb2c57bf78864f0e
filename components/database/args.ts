import type * as pulumi from "@pulumi/pulumi";
import type { DatabaseRegion } from "../../catalogue/regions";
import type { InstanceSize } from "../../catalogue/sizes";
import type { SecretReference } from "../../catalogue/supabase-auth";
import type { SupabasePlan } from "../../catalogue/supabase-limits";
import type {
  CustomHostnameSettings,
  PitrSettings,
  PoolerSettings,
  RealtimeSettings,
  WithoutJwt,
} from "./admin-args";
import type { AuthSettings } from "./auth-args";

export type * from "./admin-args";
export type { AuthSettings } from "./auth-args";

/**
 * Postgres settings by the keys of Supabase's Management API. Sizes are text such as `256MB`, times text such as
 * `30s`. Keys left out keep Supabase's value for the compute size.
 */
export interface PostgresSettings {
  /** Time between automatic checkpoints. */
  checkpoint_timeout?: string | undefined;
  /** How much the planner reckons to find in caches. */
  effective_cache_size?: string | undefined;
  /** Whether a standby tells the primary about its queries. */
  hot_standby_feedback?: boolean | undefined;
  /** Memory of one logical decoding before it spills to disk. */
  logical_decoding_work_mem?: string | undefined;
  /** Memory for vacuum and index builds. */
  maintenance_work_mem?: string | undefined;
  /** Connections that the server takes, 1 to 262143. */
  max_connections?: number | undefined;
  /** 10 to 2147483640. */
  max_locks_per_transaction?: number | undefined;
  /** 0 to 1024. */
  max_parallel_maintenance_workers?: number | undefined;
  /** 0 to 1024. */
  max_parallel_workers?: number | undefined;
  /** 0 to 1024. */
  max_parallel_workers_per_gather?: number | undefined;
  /** Replication slots, those of Supabase included. */
  max_replication_slots?: number | undefined;
  /** Write-ahead log kept for a slot at most. */
  max_slot_wal_keep_size?: string | undefined;
  /** How long a standby lets a query hold up archived log. */
  max_standby_archive_delay?: string | undefined;
  /** How long a standby lets a query hold up streamed log. */
  max_standby_streaming_delay?: string | undefined;
  /** Processes that send write-ahead log. */
  max_wal_senders?: number | undefined;
  /** Write-ahead log between two checkpoints. */
  max_wal_size?: string | undefined;
  /** 0 to 262143. */
  max_worker_processes?: number | undefined;
  /** Restarts the database to apply what needs it. Sent, never read back. */
  restart_database?: boolean | undefined;
  /** Which triggers fire: `origin`, `replica` or `local`. */
  session_replication_role?: "origin" | "replica" | "local" | undefined;
  /** Memory for shared pages. */
  shared_buffers?: string | undefined;
  /** Longest time that one statement may take. */
  statement_timeout?: string | undefined;
  /** Bytes kept of each running query's text. */
  track_activity_query_size?: string | undefined;
  /** Whether commits are stamped with their time. */
  track_commit_timestamp?: boolean | undefined;
  /** Write-ahead log kept for standbys at least. */
  wal_keep_size?: string | undefined;
  /** Silence after which a standby counts as gone. */
  wal_sender_timeout?: string | undefined;
  /** Memory for one sort or hash. */
  work_mem?: string | undefined;
}

/** The Data API, by the keys of Supabase's Management API. */
export interface DataApiSettings {
  /** Schemas that it shows, with commas. Empty text turns the Data API off. */
  db_schema?: string | undefined;
  /** Schemas added to the search path, with commas. */
  db_extra_search_path?: string | undefined;
  /** Rows that one answer holds at most, 0 to 1000000. */
  max_rows?: number | undefined;
  /** Connections that it keeps, 0 to 1000. */
  db_pool?: number | undefined;
}

/** Which addresses reach Postgres and its pooler. The HTTPS APIs stay open. */
export interface NetworkSettings {
  /** Public address ranges such as `203.0.113.0/24`. Sent with IPv4 first, as Supabase gives them back. */
  restrictions: string[];
}

/** Something that Storage does or does not do. */
export interface FeatureSettings {
  enabled: boolean;
}

/** Analytics buckets. */
export interface IcebergSettings extends FeatureSettings {
  maxNamespaces: number;
  maxTables: number;
  maxCatalogs: number;
}

/** Vector buckets. */
export interface VectorSettings extends FeatureSettings {
  maxBuckets: number;
  maxIndexes: number;
}

/** What Storage can do besides keeping files. */
export interface StorageFeatures {
  /** Images are resized on the way out. */
  imageTransformation?: FeatureSettings | undefined;
  /** S3 clients can connect. */
  s3Protocol?: FeatureSettings | undefined;
  /** Analytics buckets can be made. */
  icebergCatalog?: IcebergSettings | undefined;
  /** Vector buckets can be made. */
  vectorBuckets?: VectorSettings | undefined;
}

/** Storage as a whole, by the keys of Supabase's Management API. Buckets are not part of it. */
export interface StorageSettings {
  /** Bytes of the largest file, 0 to 536870912000; on the Free plan at most 52428800. */
  fileSizeLimit?: number | undefined;
  /** What Storage can do besides keeping files. */
  features?: StorageFeatures | undefined;
  /** Release of Storage that requests go to. */
  external?: { upstreamTarget: "main" | "canary" } | undefined;
}

/** An edge function. Paths count from the folder of Pulumi.yaml. */
export interface EdgeFunctionArgs {
  /** File that serves the function. */
  entrypoint: string;
  /** Import map of the function. */
  importMap?: string | undefined;
  /** Globs of files that are deployed with it. */
  staticFiles?: string[] | undefined;
  /**
   * Whether Supabase checks the caller's token before the function runs. An exception says why.
   * @default true
   */
  verifyJwt?: true | WithoutJwt | undefined;
}

/** A secret API key. It may do everything: give it to servers only. */
export interface ApiKeyArgs {
  /** What the key is for. */
  description?: string | undefined;
}

/** How long to wait for Supabase. */
export interface TimeoutArgs {
  /**
   * For a new project and its settings, as a Go duration.
   * @default "15m"
   */
  create?: string | undefined;
  /**
   * For a change, a resize included, as a Go duration.
   * @default "15m"
   */
  update?: string | undefined;
}

/** What a database is, in Supabase's own words. */
export interface DatabaseSettings {
  /** Name of the Supabase project, at most 256 characters. */
  name: string;
  /** Slug of the organization, as in the dashboard's URL. Cannot be changed later. */
  organizationId: string;
  /** Where the data is kept, such as `ca-central-1`. Cannot be changed later. */
  region: DatabaseRegion;
  /** Plan of the organization. Settings that it does not have are refused, and paid defaults come with a paid plan. */
  plan?: SupabasePlan | undefined;
  /** Compute size. Leave it out on the Free plan. A change restarts the database. */
  instanceSize?: InstanceSize | undefined;
  /**
   * Characters of the generated database password, 4 to 1000. A change makes a new password.
   * @default 32
   */
  passwordLength?: number | undefined;
  /**
   * Refuses database connections without TLS. A change restarts the database.
   * @default true
   */
  sslEnforcement?: boolean | undefined;
  /** Postgres settings. Only the keys given are managed. */
  database?: PostgresSettings | undefined;
  /**
   * Sign-in and sessions; `false` leaves all of it alone.
   * @default the secure default of each key
   */
  auth?: false | AuthSettings | undefined;
  /**
   * Data API settings.
   * @default { db_schema: "public", max_rows: 1000 }, each key unless given
   */
  api?: DataApiSettings | undefined;
  /** Storage as a whole. Only the keys given are managed. */
  storage?: StorageSettings | undefined;
  /** Network restrictions. Left out, every address reaches the database. */
  network?: NetworkSettings | undefined;
  /**
   * Connection pooler of the primary database; `false` leaves it alone.
   * @default not managed; in a stack file, a pool by tier
   */
  pooler?: false | PoolerSettings | undefined;
  /** Recovery to a point in time. Needs a paid plan and at least Small compute; there are no daily backups then. */
  pitr?: PitrSettings | undefined;
  /**
   * Regions with a read replica, each once. Needs `pitr`, which brings the physical backups that a replica starts from; at
   * most 2, from XL compute on 5.
   * @default []
   */
  readReplicas?: DatabaseRegion[] | undefined;
  /** When the daily backup begins, `HH:MM:SS` in UTC. On paid plans, as long as there is no `pitr`. */
  backupSchedule?: string | undefined;
  /** A hostname of one's own for the project's APIs. On paid plans. */
  customHostname?: CustomHostnameSettings | undefined;
  /** Limits of Realtime. Only the keys given are managed. */
  realtime?: RealtimeSettings | undefined;
  /**
   * Edge functions by slug: letters, digits, `-` and `_`. A changed file is deployed anew.
   * @default {}
   */
  functions?: Record<string, EdgeFunctionArgs> | undefined;
  /**
   * Secrets that edge functions read, by the name of the variable, which must not begin with `SUPABASE_`.
   * @default {}
   */
  functionSecrets?: Record<string, SecretReference> | undefined;
  /**
   * Secret API keys by name: 4 to 64 of `[a-z0-9_]`, not beginning with a digit.
   * @default {}
   */
  apiKeys?: Record<string, ApiKeyArgs> | undefined;
  /** How long to wait for Supabase. */
  timeouts?: TimeoutArgs | undefined;
  /**
   * Whether Pulumi refuses to delete the project and its password. Deleting a project deletes its backups.
   * @default what the component's own `protect` option says
   */
  protect?: boolean | undefined;
  /**
   * Whether everything stays at Supabase when Pulumi deletes it from its state.
   * @default false
   */
  retainOnDelete?: boolean | undefined;
  /** Values that `{ secret: NAME }` refers to. They stand in no input of the component. */
  secrets?: Record<string, pulumi.Input<string>> | undefined;
  /** More secrets for edge functions, by the name of the variable. They stand in no input of the component. */
  functionSecretValues?: Record<string, pulumi.Input<string>> | undefined;
}

/** What a key that is left out means. */
export const defaults = {
  passwordLength: 32,
  sslEnforcement: true,
  api: { db_schema: "public", max_rows: 1000 },
  poolMode: "transaction",
  activate: false,
  verifyJwt: true,
  timeouts: { create: "15m", update: "15m" },
} as const;
