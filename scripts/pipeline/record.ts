import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { OperationRecord } from "../../operations/record";

export type Ending = "passed" | "failed" | "skipped" | "waiting";

/** What one command came to. */
export interface StepRecord {
  id: string;
  /** As it stands in the workflow. */
  command: string;
  result: Exclude<Ending, "waiting">;
  exitCode?: number;
  seconds?: number;
  /** What it printed: a file beside this record. */
  log?: string;
}

/** Smoke tests of one step, counted in the JUnit file that it left. */
export interface SmokeRecord {
  step: string;
  tests: number;
  failures: number;
}

export interface JobRecord {
  id: string;
  stack?: string;
  environment?: string;
  result: Ending;
  /** Who let it into an environment that has reviewers. */
  approval?: { reviewers: string[]; given: boolean };
  /** Digest of what the preview approved, and of what the update did. */
  gate?: { approved?: string; done?: string };
  smoke: SmokeRecord[];
  /** What operations wrote into the stack's audit history. */
  operations: OperationRecord[];
  steps: StepRecord[];
}

/** One run of the pipeline. */
export interface RunRecord {
  format: 1;
  workflow: string;
  /** ISO time of its beginning. */
  at: string;
  seconds: number;
  result: Exclude<Ending, "skipped">;
  /** The stack that had to be there before all others, made first. */
  founding?: StepRecord;
  jobs: JobRecord[];
}

/** Folder of one run's record and logs: `.groundwork/pipeline/2026-11-21T22-25-00-000Z`. */
export function runFolder(root: string, at: Date): string {
  const name = at.toISOString().replace(/[:.]/g, "-");
  const folder = path.join(root, ".groundwork", "pipeline", name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

export function writeRecord(folder: string, record: RunRecord): string {
  const file = path.join(folder, "run.json");
  writeFileSync(file, `${JSON.stringify(record, undefined, 2)}\n`);
  return file;
}
