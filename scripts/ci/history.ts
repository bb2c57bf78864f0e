import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { z } from "zod";
import { parseJson } from "../../core/json";

/** What became of the runs of a pipeline, each of which began with an empty machine. */
export interface Runs {
  /** Ids of the runs whose artifacts may still be there. */
  ids(): readonly string[];
  /** Writes an artifact of a run to a folder; false where it left none, or none any more. */
  download(run: string, artifact: string, folder: string): boolean;
}

/** For as long as `stack.yml` keeps its artifacts. */
const keptDays = 90;
const dayMs = 24 * 60 * 60 * 1000;

/** How GitHub's command line is called, and how many runs are looked at, the newest first. */
interface Look {
  command?: string;
  most?: number;
}

/** Runs of a workflow on main, by GitHub's command line, which reads the job's token from its environment. */
export function runsOf(
  workflow: string,
  clock: () => Date,
  { command = "gh", most = 1000 }: Look = {},
): Runs {
  const gh = (...args: string[]) => {
    const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: "utf8" });
    if (error) throw new Error(`gh cannot be started: ${error.message}`);
    return { status, stdout, stderr };
  };
  return {
    ids() {
      const since = new Date(clock().getTime() - keptDays * dayMs).toISOString().slice(0, 10);
      const where = ["--workflow", workflow, "--branch", "main", "--created", `>=${since}`];
      const { status, stdout, stderr } = gh(
        ...["run", "list", ...where, "--limit", String(most), "--json", "databaseId"],
      );
      if (status !== 0) throw new Error(`gh run list: ${stderr.trim()}`);
      const runs = z.array(z.object({ databaseId: z.number() })).parse(JSON.parse(stdout));
      return runs.map(({ databaseId }) => String(databaseId));
    },
    download(run, artifact, folder) {
      const { status, stderr } = gh("run", "download", run, "--name", artifact, "--dir", folder);
      if (status === 0) return true;
      if (/no (valid artifacts found|artifact matches)/.test(stderr)) return false;
      throw new Error(`gh run download ${run}: ${stderr.trim()}`);
    },
  };
}

// Requirement: REL-17
/**
 * Puts the histories that runs left as artifacts of a stack into one file, oldest line first, and answers how many lines it
 * has. A line that cannot be read stays, last, for whoever reads the file to complain of.
 */
export function gatherHistory(runs: Runs, stack: string, file: string): number {
  const lines = new Set(runs.ids().flatMap((run) => linesOf(runs, run, stack)));
  const ordered = [...lines].map((line) => ({ line, at: timeOf(line) }));
  ordered.sort((one, other) => one.at - other.at);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, ordered.map(({ line }) => `${line}\n`).join(""));
  return ordered.length;
}

function linesOf(runs: Runs, run: string, stack: string): string[] {
  const folder = mkdtempSync(path.join(os.tmpdir(), "history-"));
  try {
    if (!runs.download(run, stack, folder)) return [];
    const file = path.join(folder, "audit", `${stack}.jsonl`);
    return existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const dated = z.object({ at: z.string() });

function timeOf(line: string): number {
  const read = dated.safeParse(parseJson(line));
  const at = read.success ? Date.parse(read.data.at) : Number.NaN;
  return Number.isNaN(at) ? Number.MAX_SAFE_INTEGER : at;
}
