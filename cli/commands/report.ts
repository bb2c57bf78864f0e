import { UserError } from "../../core/errors";
import { type Context, type ExitCode, projectOf } from "../context";
import { type Delivered, deliver } from "../reports/deliver";
import type { ReportFormatName } from "../reports/formats";
import type { HistoryFlag } from "../reports/history-store";
import { type SourceFlags, makeReports } from "../reports/sources";
import { countsText } from "../view/results";
import { say } from "../view/say";
import { showHistory } from "./report-history";

export interface ReportFlags extends SourceFlags {
  /** Folder under which reports are written; without it the history is shown. */
  out?: string;
  formats: readonly ReportFormatName[];
  /** An earlier `report.json` of the stack, to tell what is new. */
  base?: string;
  /** File of an OpenSSH private key. */
  sign?: string;
  /** Where records of runs are kept: `true` for the default, `false` for nowhere. */
  history?: HistoryFlag;
  /** Two runs of the history to compare. */
  between?: readonly string[];
}

/** Writes for each stack a folder with its report, and keeps a record of it; or shows the records that are kept. */
export async function report(
  context: Context,
  named: string,
  flags: ReportFlags,
): Promise<ExitCode> {
  const { out, history, between } = flags;
  if (out !== undefined) {
    if (between === undefined) return write(context, named, { ...flags, out });
    throw refused("--between with --out", "show the history without --out");
  }
  if (between === undefined && (history === undefined || history === false)) {
    throw refused("neither --out nor --history", "name the folder for the report with --out");
  }
  return showHistory(context, named, { history, ...(between && { between }) });
}

function refused(found: string, fix: string): UserError {
  const allowed = "--out DIR to write a report, or --history to show those before";
  return new UserError([{ where: { path: "groundwork report" }, found, allowed, fix }], 2);
}

async function write(
  context: Context,
  named: string,
  flags: ReportFlags & { out: string },
): Promise<ExitCode> {
  const progress = context.terminal.progress(`report ${named}`);
  try {
    const made = await makeReports(context, named, flags);
    // A file may be read far from any program.
    const ofFile = flags.state !== undefined || flags.events !== undefined;
    const root = ofFile ? context.cwd : projectOf(context).root;
    const written: Delivered[] = [];
    for (const one of made.reports) {
      progress.update(`report ${one.run.stack}`);
      written.push(await deliver(context, one, { ...flags, root }));
    }
    progress.done(`report ${named}`);
    const stacks = written.map(jsonOf);
    say(context, [...written.map(wordsOf), ...made.broken].join("\n"), { stacks });
    return made.exitCode;
  } catch (error) {
    progress.fail(`report ${named}`);
    throw error;
  }
}

function wordsOf({ report: { run, results, verdict }, folder, files }: Delivered): string {
  const counts = countsText(results.map((one) => ({ ...one, urn: one.target.urn })));
  const stopped = run.stopped === undefined ? [] : [`    it stopped: ${run.stopped}`];
  const head = `${run.stack}  ${verdict}: ${counts}`;
  return [head, ...stopped, `    ${folder}: ${files.join(", ")}`].join("\n");
}

function jsonOf({ report: { run, verdict, counts }, folder, files }: Delivered) {
  return { stack: run.stack, folder, files, verdict, counts };
}
