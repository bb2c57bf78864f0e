import { z } from "zod";
import { count, flag } from "../formats";

/** Largest number of connections and workers that Postgres can be compiled for. */
const maxBackends = 262_143;

const memory = (what: string) =>
  z
    .string()
    .regex(
      /^-?[0-9]+(\.[0-9]+)?(B|kB|MB|GB|TB)?$/,
      "a size such as 256MB; the units are B, kB, MB, GB and TB",
    )
    .optional()
    .describe(what);

const delay = (what: string) =>
  z
    .string()
    .regex(
      /^(-?[0-9]+(?:\.[0-9]+)?)(us|ms|s|min|h|d)?$/,
      "a time such as 30s; the units are us, ms, s, min, h and d",
    )
    .optional()
    .describe(what);

/**
 * Postgres settings that Supabase's Management API takes, under its own keys. A key that the API does not know
 * would be dropped without a word, so the list is complete and closed.
 */
export const postgresSection = z
  .strictObject({
    checkpoint_timeout: delay("Time between automatic checkpoints."),
    effective_cache_size: memory("How much the planner reckons to find in caches."),
    hot_standby_feedback: flag("Whether a standby tells the primary about its queries."),
    logical_decoding_work_mem: memory("Memory of one logical decoding before it spills to disk."),
    maintenance_work_mem: memory("Memory for vacuum and index builds."),
    max_connections: count(1, maxBackends, "Connections that the server takes."),
    max_locks_per_transaction: count(10, 2_147_483_640, "Locks that one transaction may hold."),
    max_parallel_maintenance_workers: count(0, 1024, "Workers of one index build or vacuum."),
    max_parallel_workers: count(0, 1024, "Workers of all parallel queries together."),
    max_parallel_workers_per_gather: count(0, 1024, "Workers of one step of a parallel query."),
    max_replication_slots: count(0, maxBackends, "Replication slots, those of Supabase included."),
    max_slot_wal_keep_size: memory("Write-ahead log kept for a slot at most; -1 for any amount."),
    max_standby_archive_delay: delay("How long a standby lets a query hold up archived log."),
    max_standby_streaming_delay: delay("How long a standby lets a query hold up streamed log."),
    max_wal_senders: count(0, maxBackends, "Processes that send write-ahead log."),
    max_wal_size: memory("Write-ahead log between two checkpoints."),
    max_worker_processes: count(0, maxBackends, "Background processes that the server takes."),
    restart_database: flag("Restarts the database to apply what needs it. Sent, never read back."),
    session_replication_role: z
      .enum(["origin", "replica", "local"])
      .optional()
      .describe("Which triggers and rules fire."),
    shared_buffers: memory("Memory for shared pages."),
    statement_timeout: delay("Longest time that one statement may take."),
    track_activity_query_size: memory("How much is kept of each running query's text."),
    track_commit_timestamp: flag("Whether commits are stamped with their time."),
    wal_keep_size: memory("Write-ahead log kept for standbys at least."),
    wal_sender_timeout: delay("Silence after which a standby counts as gone."),
    work_mem: memory("Memory for one sort or hash."),
  })
  .describe("Postgres settings, by the keys of Supabase's Management API.");
