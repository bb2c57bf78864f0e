// Requirement: OPS-01, OPS-02, OPS-03
/* Statements for Postgres 15 and later, as Supabase runs it: for a role that is no superuser. Each is one statement. */

/** Schemas that are the product's own; the rest belong to Supabase and to Postgres. */
const ownTables = `schemaname not in ('pg_catalog', 'information_schema', 'pg_toast', 'auth', 'storage', 'realtime', 'vault', 'extensions', 'graphql', 'graphql_public', 'supabase_migrations', 'supabase_functions', 'cron', 'net', 'pgsodium')`;

/** The ten tables with most writes since the statistics were reset. The view calls a table `relname`, never `tablename`. */
export const topTablesByWrites = `select schemaname, relname, n_tup_ins + n_tup_upd + n_tup_del as writes
from pg_stat_user_tables
where ${ownTables}
order by writes desc, schemaname, relname
limit 10`;

/** Tables that maintenance is for: those of which rows have died, most first. */
export const tablesToMaintain = `select schemaname, relname, n_live_tup, n_dead_tup
from pg_stat_user_tables
where ${ownTables}
order by n_dead_tup desc, schemaname, relname
limit 100`;

/** Of the database: what it holds, how many are connected, and how often it found what it looked for in memory. */
export const capacity = `select pg_database_size(current_database())::bigint as bytes,
  (select count(*) from pg_stat_activity)::int as connections,
  current_setting('max_connections')::int as max_connections,
  (select coalesce(sum(heap_blks_hit)::float8 / nullif(sum(heap_blks_hit) + sum(heap_blks_read), 0), 1) from pg_statio_user_tables) as hit_ratio`;

/** Indexes that nothing has used since the statistics were reset, largest first. */
export const unusedIndexes = `select schemaname, relname, indexrelname, pg_relation_size(indexrelid)::bigint as bytes
from pg_stat_user_indexes
where idx_scan = 0 and ${ownTables}
order by bytes desc, indexrelname
limit 10`;

/** Indexes that a concurrent build left broken: they cost writes and serve no read. */
export const invalidIndexes = `select n.nspname as schemaname, c.relname as indexrelname
from pg_index i
join pg_class c on c.oid = i.indexrelid
join pg_namespace n on n.oid = c.relnamespace
where not i.indisvalid
order by 1, 2`;

/** A table as the statistics name it. */
export interface TableName {
  schemaname: string;
  relname: string;
}

/**
 * Brings statistics and free space of a table up to date; it locks out no reader and no writer. Outside a transaction
 * only: send it by itself.
 */
export const vacuumOf = (table: TableName) => `vacuum (analyze) ${quoted(table)}`;

/**
 * Builds the indexes of a table anew without locking out writers. Outside a transaction only. Never of a whole database:
 * that takes the system's tables too, and \`REINDEX DATABASE\` only the one that is connected to.
 */
export const reindexOf = (table: TableName) => `reindex (concurrently) table ${quoted(table)}`;

function quoted({ schemaname, relname }: TableName): string {
  return [schemaname, relname].map((name) => `"${name.replaceAll('"', '""')}"`).join(".");
}
