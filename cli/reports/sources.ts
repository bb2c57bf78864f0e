import { UserError } from "../../core/errors";
import type { Report } from "../../report/model";
import { auditDeployment, auditState } from "../audited-state";
import { type StackCheck, worst } from "../commands/check";
import { type Context, type ExitCode, projectOf } from "../context";
import { deployedState } from "../deployed-state";
import { Session } from "../session";
import { problemsText } from "../view/problems";
import { auditedReport } from "./audited";
import { checkedReports } from "./checked";
import { eventsReport } from "./events";
import { operatedReport } from "./operated";
import type { ReportSource } from "./source-names";

export interface SourceFlags {
  from?: ReportSource;
  /** File of an exported state to judge in place of the program; `-` is standard input. */
  state?: string;
  /** File of an engine's event log; `-` is standard input. */
  events?: string;
  /** Preview on the sandbox, or read its state. */
  sandbox?: boolean;
}

export interface Made {
  reports: readonly Report[];
  /** Stacks that could not be judged, in words. */
  broken: readonly string[];
  exitCode: ExitCode;
}

/** Makes the reports of a stack, or of `all`, from what the flags name. */
export function makeReports(context: Context, named: string, flags: SourceFlags): Promise<Made> {
  const { events, state, sandbox = false } = flags;
  const from = sourceOf(flags);
  if (events !== undefined) return ofEvents(context, named, events);
  if (state !== undefined) return ofStateFile(context, named, state);
  const stacks = named === "all" ? projectOf(context).stacks : [named];
  if (from === "check") return ofChecks(context, stacks);
  const one = from === "preview" ? ofPreview : ofDeployed;
  return inTurn(stacks, (stack) => one(context, stack, sandbox));
}

/** A file says by itself what it is of. */
function sourceOf({ from, state, events, sandbox }: SourceFlags): ReportSource {
  const files = [state !== undefined && "--state", events !== undefined && "--events"];
  const [file, another] = files.filter((flag) => typeof flag === "string");
  const source = file === "--state" ? "state" : (from ?? "check");
  const found = another
    ? `${file} and ${another}`
    : file && from !== undefined && (file === "--events" || from !== "state")
      ? `--from ${from} with ${file}`
      : sandbox && (file ?? source === "check")
        ? `--sandbox ${file ? `with ${file}` : "of a check, which needs no cloud"}`
        : undefined;
  if (found === undefined) return source;
  const allowed = "one of --from check, --from preview, --from state, --state FILE, --events FILE";
  throw new UserError([
    { where: {}, found, allowed, fix: "name what the report is made from once" },
  ]);
}

async function ofChecks(context: Context, stacks: readonly string[]): Promise<Made> {
  const { checks, reports, between } = await checkedReports(context, stacks);
  const exitCode = worst([...checks, { exitCode: between }]);
  return { reports, broken: checks.flatMap(brokenWords), exitCode };
}

function brokenWords({ stack, error }: StackCheck): string[] {
  return error ? [brokenText(stack, error)] : [];
}

function brokenText(stack: string, { problems }: UserError): string {
  return `${stack}  could not be judged\n${problemsText(problems)}`;
}

type MadeOne = { report: Report; exitCode: ExitCode };

/** One stack after the other; with several, one that fails costs nobody the reports of the others. */
async function inTurn(
  stacks: readonly string[],
  make: (stack: string) => Promise<MadeOne>,
): Promise<Made> {
  const made: MadeOne[] = [];
  const broken: string[] = [];
  const codes: { exitCode: ExitCode }[] = [];
  for (const stack of stacks) {
    try {
      made.push(await make(stack));
    } catch (error) {
      if (!(error instanceof UserError) || stacks.length === 1) throw error;
      broken.push(brokenText(stack, error));
      codes.push(error);
    }
  }
  return {
    reports: made.map(({ report }) => report),
    broken,
    exitCode: worst([...made, ...codes]),
  };
}

/** Changes nothing, and approves nothing: that is the business of `preview`. */
async function ofPreview(context: Context, stack: string, sandbox: boolean): Promise<MadeOne> {
  const session = await Session.open(context, stack, sandbox);
  try {
    const outcome = await session.run("preview");
    const report = await operatedReport(context, session.ground, outcome);
    return { report, exitCode: outcome.verdict.exitCode };
  } finally {
    await session.close();
  }
}

async function ofDeployed(context: Context, stack: string, sandbox: boolean): Promise<MadeOne> {
  const state = await deployedState({ context, project: projectOf(context), stack, sandbox });
  if (!state.deployment.resources?.length) {
    const found = "nothing is deployed, so there is nothing to judge";
    const fix = "bring the stack up first, or make the report of a check";
    throw new UserError([{ where: { path: `stack ${stack}` }, found, fix }], 2);
  }
  return auditedReport(context, auditDeployment(context, state));
}

async function ofStateFile(context: Context, named: string, file: string): Promise<Made> {
  return only(named, file, auditedReport(context, await auditState(context, file)));
}

async function ofEvents(context: Context, named: string, file: string): Promise<Made> {
  return only(named, file, await eventsReport(context, named, file));
}

/** A file is of one stack, and has to be of the one that is named. */
function only(named: string, file: string, { report, exitCode }: MadeOne): Made {
  const { stack, origin } = report.run;
  if (named === "all" || named === stack) return { reports: [report], broken: [], exitCode };
  const found = `the ${origin} of stack "${stack}"`;
  throw new UserError([
    { where: { file }, found, allowed: `that of "${named}"`, fix: `name ${stack}` },
  ]);
}
