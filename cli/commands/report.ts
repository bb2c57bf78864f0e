import path from "node:path";
import { UserError } from "../../core/errors";
import type { Report } from "../../report/model";
import { type Context, type ExitCode, projectOf } from "../context";
import { auditedReport } from "../reports/audited";
import { checkedReports } from "../reports/checked";
import type { ReportFormatName } from "../reports/formats";
import { readReport, writeReport } from "../reports/write";
import { problemsText } from "../view/problems";
import { countsText } from "../view/results";
import { say } from "../view/say";
import { type StackCheck, worst } from "./check";

export interface ReportFlags {
  out: string;
  formats: readonly ReportFormatName[];
  /** File of an exported state to judge in place of the program; `-` is standard input. */
  state?: string;
  /** An earlier `report.json` of the stack, to tell what is new. */
  base?: string;
  /** File of an OpenSSH private key. */
  sign?: string;
}

interface Written {
  report: Report;
  folder: string;
  files: readonly string[];
}

/** Writes for each stack a folder with its report, of a check or of a state. Answers as `check` and `audit` do. */
export async function report(
  context: Context,
  named: string,
  flags: ReportFlags,
): Promise<ExitCode> {
  const progress = context.terminal.progress(`report ${named}`);
  try {
    const made = await (flags.state === undefined
      ? ofChecks(context, named)
      : ofState(context, named, flags.state));
    const written: Written[] = [];
    for (const one of made.reports) {
      progress.update(`report ${one.run.stack}`);
      written.push(await write(context, one, flags));
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

interface Made {
  reports: readonly Report[];
  /** Stacks that could not be judged, in words. */
  broken: readonly string[];
  exitCode: ExitCode;
}

async function ofChecks(context: Context, named: string): Promise<Made> {
  const stacks = named === "all" ? projectOf(context).stacks : [named];
  const { checks, reports, between } = await checkedReports(context, stacks);
  const exitCode = worst([...checks, { exitCode: between }]);
  return { reports, broken: checks.flatMap(brokenWords), exitCode };
}

async function ofState(context: Context, named: string, file: string): Promise<Made> {
  const { report: one, exitCode } = await auditedReport(context, file);
  const { stack } = one.run;
  if (named !== "all" && named !== stack) {
    const found = `the state of stack "${stack}"`;
    throw new UserError([
      { where: { file }, found, allowed: `that of "${named}"`, fix: `name ${stack}` },
    ]);
  }
  return { reports: [one], broken: [], exitCode };
}

async function write(
  context: Context,
  one: Report,
  { out, formats, base, sign }: ReportFlags,
): Promise<Written> {
  const folder = path.resolve(context.cwd, out, one.run.stack);
  const root = one.run.origin === "state" ? context.cwd : projectOf(context).root;
  const files = await writeReport(folder, one, {
    root,
    formats,
    ...(base !== undefined && { base: readReport(path.resolve(context.cwd, base)) }),
    ...(sign !== undefined && { sign: path.resolve(context.cwd, sign) }),
  });
  return { report: one, folder, files };
}

function brokenWords({ stack, error }: StackCheck): string[] {
  return error ? [`${stack}  could not be judged\n${problemsText(error.problems)}`] : [];
}

function wordsOf({ report: { run, results, verdict }, folder, files }: Written): string {
  const counts = countsText(results.map((one) => ({ ...one, urn: one.target.urn })));
  return `${run.stack}  ${verdict}: ${counts}\n    ${folder}: ${files.join(", ")}`;
}

function jsonOf({ report: { run, verdict, counts }, folder, files }: Written) {
  return { stack: run.stack, folder, files, verdict, counts };
}
