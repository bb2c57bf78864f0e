import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { doraFigures, type Figure, type Shipped } from "../../operations/dora/figures";
import type { OperationRecord } from "../../operations/record";
import { type Context, type ExitCode, projectOf } from "../context";
import { stackFileOf } from "../project";
import { say } from "../view/say";
import { table } from "../view/table";
import { historyFile, historyIn } from "./history";

export interface DoraFlags {
  days: number;
  /** Another history than the project's own: that of a pipeline. */
  history?: string;
}

// Requirement: REL-11, REL-12
/** How well changes reach users, against the targets. Exit code 1 where a target is not met, or nothing tells. */
export async function dora(
  context: Context,
  stack: string,
  { days, history }: DoraFlags,
): Promise<ExitCode> {
  const project = projectOf(context);
  stackFileOf(project, stack);
  const file =
    history === undefined ? historyFile(project, stack) : path.resolve(context.cwd, history);
  const records = historyIn(file).records.filter((one) => one.stack === stack);
  const now = context.clock();
  const shipped = await shippedBy(records, { root: project.root, now, days });
  const figures = doraFigures({ records, shipped, now, days });
  const exitCode = figures.every(({ met }) => met) ? 0 : 1;
  const head = `${stack}, the last ${days} days, of ${records.length} records`;
  say(context, [table(figures.map(row)), head].join("\n"), { stack, days, exitCode, figures });
  return exitCode;
}

function row({ name, value, unit, target, met, from }: Figure): string[] {
  const shown = value === undefined ? "not known" : `${round(value)} ${words[unit]}`;
  const wanted = `at ${target.at} ${target.value} ${words[unit]}`;
  return [met ? "met" : "missed", name, shown, wanted, from];
}

const words = { percent: "%", "per day": "a day", hours: "h" } as const;
const round = (value: number) => String(Math.round(value * 100) / 100);

const run = promisify(execFile);
const commitPattern = /^[0-9a-f]{40}$/;
const mostCommits = 1000;

/** The commits that each deployment of the time brought, by git: those since the deployment before. */
async function shippedBy(
  records: readonly OperationRecord[],
  { root, now, days }: { root: string; now: Date; days: number },
): Promise<Shipped[]> {
  const live = records.filter(
    (one) => one.operation === "up" && one.result === "done" && !one.sandbox && !one.dryRun,
  );
  const shipped: Shipped[] = [];
  let before: string | undefined;
  for (const { at, commit } of live) {
    const date = new Date(at);
    const sha = commit?.slice(0, 40);
    if (!sha || !commitPattern.test(sha) || sha === before) continue;
    const recent = now.getTime() - date.getTime() <= days * 24 * 60 * 60 * 1000;
    if (recent) shipped.push(...(await commitsBetween(root, before, sha, date)));
    before = sha;
  }
  return shipped;
}

async function commitsBetween(
  root: string,
  from: string | undefined,
  to: string,
  live: Date,
): Promise<Shipped[]> {
  const range = from === undefined ? to : `${from}..${to}`;
  const most = from === undefined ? 1 : mostCommits;
  const format = ["--format=%H %cI", `--max-count=${most}`];
  try {
    const { stdout } = await run("git", ["-C", root, "log", ...format, range, "--"]);
    return stdout
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => {
        const [sha = "", committed = ""] = line.split(" ");
        return { sha, committed: new Date(committed), live };
      });
  } catch {
    // A commit that is not in this clone tells nothing.
    return [];
  }
}
