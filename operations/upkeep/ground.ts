import type { z } from "zod";
import type { Reach } from "../reach";
import type { OperationRecord, StepResult } from "../record";
import type { RestAccess } from "../vendors/rest";
import type { MaintenanceWindow } from "./window";

/** The way to a database, or why there is none and what to set. */
export type SqlDoor =
  | { missing: string }
  | {
      /** Which way: `psql`, `Management API`. */
      by: string;
      /** Rows of one statement, as its schema has them. */
      ask<T>(statement: string, row: z.ZodType<T>): Promise<T[]>;
      /** Sends a statement that no transaction may hold; absent where every statement is in one. */
      run?: (statement: string) => Promise<void>;
      /** Runs a script in one transaction, all of it or nothing. Throws what the database says. */
      transact: (script: string) => Promise<void>;
    };

/** What a program of the machine said, or why it did not run. */
export type Ran = { stdout: string; stderr: string; code: number } | { missing: string };

/** A saved query over logs, as the stack declares it. */
export interface SavedQuery {
  name: string;
  query: string;
  logGroups: readonly string[];
}

/** What upkeep works on: everything it may ask, and nothing of how that is reached. */
export interface UpkeepGround {
  stack: string;
  sandbox: boolean;
  /** Nothing is changed, and nobody is asked. */
  dryRun: boolean;
  now: Date;
  /** Public health addresses by the name of their check. */
  health: readonly { name: string; url: string }[];
  reach: Reach;
  env: Readonly<Record<string, string | undefined>>;
  sql: SqlDoor;
  hosting: { project: string; team?: string | undefined };
  /** Vercel's REST API; without a token nobody may ask it. */
  vercel: Omit<RestAccess, "token"> & { token: string | undefined };
  /** `owner/name`; absent where the stack says none. */
  repository: string | undefined;
  windows: readonly MaintenanceWindow[];
  queries: readonly SavedQuery[];
  /** The stack's audit history, oldest first. */
  records: readonly OperationRecord[];
  /** Asks a person; throws what the person's no is. */
  confirm: (action: string) => Promise<void>;
  /** Buckets at Supabase whose files are copied, and the bucket on S3 that they are copied to. */
  copies?: { from: readonly string[]; to: string | undefined };
  /** Runs a program of the machine in the project's folder; `more` is added to its environment. */
  program: (
    name: string,
    args: readonly string[],
    more?: Readonly<Record<string, string>>,
  ) => Promise<Ran>;
}

export interface StepAnswer {
  result: StepResult;
  /** One line, or several for a list. */
  said: string;
}

/** One thing to look after. */
export interface UpkeepStep {
  name: string;
  /** By which way: `HTTPS`, `Postgres`, `Vercel API`. */
  adapter: string;
  reads: string;
  /** What it would change; left out, it changes nothing. */
  changes?: string;
  run: (ground: UpkeepGround) => Promise<StepAnswer>;
}

export const done = (said: string): StepAnswer => ({ result: "done", said });
export const finding = (said: string): StepAnswer => ({ result: "finding", said });
/** Not looked at, which is never a pass: says what to set. */
export const skipped = (said: string): StepAnswer => ({ result: "skipped", said });

/** `1 host`, `2 hosts`. */
export const many = (count: number, one: string): string =>
  `${count} ${count === 1 ? one : `${one}s`}`;
