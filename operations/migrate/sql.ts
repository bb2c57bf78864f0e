import { type Migration, nameOf, versionOf } from "./migration";

/*
 * The history that Supabase's own command line keeps, so that both can be used on one database.
 * Source: https://github.com/supabase/cli, pkg/migration/history.go
 */

const table = "supabase_migrations.schema_migrations";

/** Whether any migration was ever run: the first one makes the table. */
export const historyThere = `select to_regclass('${table}') is not null as there`;

export const appliedVersions = `select version from ${table} order by version`;

const historyTable = `create schema if not exists supabase_migrations;
create table if not exists ${table} (version text not null primary key);
alter table ${table} add column if not exists statements text[];
alter table ${table} add column if not exists name text;`;

/** Whoever waits longer for a table makes everybody wait behind them. */
const lockTimeout = "10s";

/**
 * One migration and its line of the history, for one transaction: both or neither. The line comes first, so that a second
 * run of the same one waits for it and then fails.
 */
export function scriptOf(migration: Migration): string {
  const { sql } = migration;
  const values = [versionOf(migration), nameOf(migration)].map(quoted).join(", ");
  return `set local lock_timeout = '${lockTimeout}';
${historyTable}
insert into ${table} (version, name, statements) values (${values}, array[${quoted(sql)}]);
${sql}
;
`;
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
