import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync } from "node:fs";
import type { Command, Row, RowId, Run, Samples } from "./row";

export interface MeasureOptions {
  /** Runs a row gets, unless it says fewer. */
  runs: number;
  /** Runs a command to its end. */
  run: (command: Command) => Promise<Run>;
  onRun?: (row: Row, round: number) => void;
}

/**
 * Times all rows in turn, round by round, so that a machine that gets slower or faster does so for all of them. One
 * run of each is made before and not counted: it fills the caches. Rows with few runs take none of these.
 */
export async function measureAll(rows: readonly Row[], options: MeasureOptions): Promise<Samples> {
  const samples = new Map<RowId, Run[]>(rows.map(({ id }) => [id, []]));
  for (const row of rows.filter(({ mostRuns }) => mostRuns === undefined)) {
    options.onRun?.(row, 0);
    await options.run(row.command);
  }
  for (let round = 1; round <= options.runs; round++) {
    for (const row of rows.filter(({ mostRuns = Infinity }) => round <= mostRuns)) {
      options.onRun?.(row, round);
      samples.get(row.id)?.push(await options.run(row.command));
    }
  }
  return samples;
}

/** From the start of a process to its end, or what of that it says to count; what it prints is read and kept for its failure only. */
export async function timeCommand(command: Command): Promise<Run> {
  const { file, args, cwd, env, exitCode = 0, peakFile, timeFile } = command;
  for (const left of [peakFile, timeFile]) if (left) rmSync(left, { force: true });
  const begun = performance.now();
  const child = spawn(file, [...args], { cwd, env: { ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => (said += text));
  }
  const [code] = (await once(child, "close")) as [number | null];
  const whole = performance.now() - begun;
  const timed = timeFile !== undefined && existsSync(timeFile);
  const milliseconds = timed ? numberIn(timeFile) : whole;
  if (code === exitCode && (timed || !timeFile)) return { milliseconds, ...peak(peakFile) };
  const lines = said.split("\n").filter((line) => line.trim());
  const words = lines.find((line) => line.includes("error:")) ?? lines[0] ?? "it said nothing";
  return { milliseconds, failure: `exit ${code ?? "by a signal"}: ${words.trim()}` };
}

function peak(file: string | undefined): Pick<Run, "megabytes"> {
  if (!file || !existsSync(file)) return {};
  return { megabytes: numberIn(file) / 1024 };
}

function numberIn(file: string): number {
  return Number(readFileSync(file, "utf8"));
}
