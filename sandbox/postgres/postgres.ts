import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { supabaseStandIns, withoutExtensions } from "./stand-ins";

/** A database of the sandbox: Postgres itself, in this process. */
export interface SandboxPostgres {
  query(statement: string): Promise<unknown[]>;
  /** Runs a script in one transaction. Answers Postgres's own words where it refuses, and nothing of it stays. */
  transact(script: string): Promise<string | undefined>;
  close(): Promise<void>;
}

/** What such a database does not prove, in words. */
export const postgresLimits: readonly string[] = [
  "the sandbox's Postgres holds no data: how long a migration takes or what it blocks shows on staging",
  "pg_cron, pg_net, vault and auth are stand-ins: what they schedule or call is kept, and never run",
];

/**
 * Opens the database of one Supabase project of a sandbox. What is kept of it are the scripts that it ran: they are run again
 * at each opening, so that no process that is ended leaves it half written.
 */
export async function openPostgres(cloud: string, ref: string): Promise<SandboxPostgres> {
  const [{ PGlite: Postgres }, { pgcrypto }, { uuid_ossp }] = await Promise.all([
    import("@electric-sql/pglite"),
    import("@electric-sql/pglite/contrib/pgcrypto"),
    import("@electric-sql/pglite/contrib/uuid_ossp"),
  ]);
  const file = path.join(cloud, "postgres", `${encodeURIComponent(ref)}.json`);
  const scripts = scriptsIn(file);
  const database = await Postgres.create({ extensions: { pgcrypto, uuid_ossp } });
  await database.exec(supabaseStandIns);
  for (const script of scripts) await inTransaction(database, script);
  return {
    query: async (statement) => (await database.query(statement)).rows,
    async transact(script) {
      try {
        await inTransaction(database, script);
      } catch (error) {
        return (error as Error).message;
      }
      scripts.push(script);
      keep(file, scripts);
      return undefined;
    },
    close: () => database.close(),
  };
}

async function inTransaction(database: PGlite, script: string): Promise<void> {
  try {
    await database.exec(`begin;\n${withoutExtensions(script)}\ncommit;`);
  } catch (error) {
    await database.exec("rollback");
    throw error;
  }
}

function scriptsIn(file: string): string[] {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as string[]) : [];
}

function keep(file: string, scripts: readonly string[]): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, JSON.stringify(scripts), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
