import { z } from "zod";
import type { Migration } from "./migration";
import { appliedVersions, historyThere } from "./sql";

/** The way to the database whose migrations are run. */
export interface MigrationDoor {
  /** Which way: `psql`, `the Management API`, `a Postgres of this machine`. */
  by: string;
  /** What no run by this way proves, for a person to know. */
  limits: readonly string[];
  /** Rows of one statement. */
  ask<T>(statement: string, row: z.ZodType<T>): Promise<T[]>;
  /**
   * Runs one migration and its line of the history in one transaction. Throws a `UserError`: exit code 1 where the database refused
   * the script, 2 where it was not reached.
   */
  apply(migration: Migration): Promise<void>;
  /** Ends its use. */
  close(): Promise<void>;
}

/** Versions that the database says it ran; none where none ever was. */
export async function versionsIn(door: MigrationDoor): Promise<string[]> {
  const [first] = await door.ask(historyThere, z.object({ there: z.boolean() }));
  if (!first?.there) return [];
  const rows = await door.ask(appliedVersions, z.object({ version: z.coerce.string() }));
  return rows.map(({ version }) => version);
}
