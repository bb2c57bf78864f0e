import { z } from "zod";

/** Largest number of connections and workers that Postgres can be compiled for. */
const maxBackends = 262_143;

const memory = z
  .string()
  .regex(
    /^-?[0-9]+(\.[0-9]+)?(B|kB|MB|GB|TB)?$/,
    "a size such as 256MB; the units are B, kB, MB, GB and TB",
  )
  .optional();

const delay = z
  .string()
  .regex(
    /^(-?[0-9]+(?:\.[0-9]+)?)(us|ms|s|min|h|d)?$/,
    "a time such as 30s; the units are us, ms, s, min, h and d",
  )
  .optional();

const count = (min: number, max: number) => z.int().min(min).max(max).optional();
const flag = z.boolean().optional();

/**
 * Postgres settings that Supabase's Management API takes, under its own keys. A key that the API does not know
 * would be dropped without a word, so the list is complete and closed.
 */
export const postgresSection = z
  .strictObject({
    checkpoint_timeout: delay,
    effective_cache_size: memory.describe("How much the planner reckons to find in caches."),
    hot_standby_feedback: flag,
    logical_decoding_work_mem: memory,
    maintenance_work_mem: memory.describe("Memory for vacuum and index builds."),
    max_connections: count(1, maxBackends).describe("Connections that the server takes."),
    max_locks_per_transaction: count(10, 2_147_483_640),
    max_parallel_maintenance_workers: count(0, 1024),
    max_parallel_workers: count(0, 1024),
    max_parallel_workers_per_gather: count(0, 1024),
    max_replication_slots: count(0, maxBackends),
    max_slot_wal_keep_size: memory,
    max_standby_archive_delay: delay,
    max_standby_streaming_delay: delay,
    max_wal_senders: count(0, maxBackends),
    max_wal_size: memory,
    max_worker_processes: count(0, maxBackends),
    restart_database: flag.describe(
      "Whether Supabase restarts the database to apply what needs it.",
    ),
    session_replication_role: z.enum(["origin", "replica", "local"]).optional(),
    shared_buffers: memory.describe("Memory for shared pages."),
    statement_timeout: delay.describe("Longest time that one statement may take."),
    track_activity_query_size: memory,
    track_commit_timestamp: flag,
    wal_keep_size: memory,
    wal_sender_timeout: delay,
    work_mem: memory.describe("Memory for one sort or hash."),
  })
  .describe("Postgres settings, by the keys of Supabase's Management API.");
