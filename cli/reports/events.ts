import { UserError } from "../../core/errors";
import { buildReport } from "../../report/build";
import { foreignRun } from "../../report/foreign/run";
import type { Report } from "../../report/model";
import type { Context, ExitCode } from "../context";
import { readGiven } from "../given-file";

/** Nothing of a foreign program says it. */
const unsaid = "unknown";

/**
 * The report of an engine's event log, whatever program and packs it is of. What is cut or tells of a failed run is
 * never clean: it says so, and the exit code is 2 where no rule refuses.
 */
export async function eventsReport(
  context: Context,
  named: string,
  given: string,
  input?: AsyncIterable<Buffer | string>,
): Promise<{ report: Report; exitCode: ExitCode }> {
  const fix = "name a file that pulumi --event-log wrote, or - for standard input";
  const { text, file } = await readGiven(context, given, fix, input);
  const run = foreignRun(text);
  const stack = run.stack ?? (named === "all" ? undefined : named);
  if (stack === undefined) {
    const found = "no event names a stack";
    throw new UserError([{ where: { file }, found, fix: "name the stack in place of all" }], 2);
  }
  const { resources, results, rules, changes, pack, stopped } = run;
  const report = buildReport({
    run: {
      project: run.project ?? unsaid,
      stack,
      tier: unsaid,
      owner: unsaid,
      origin: "events",
      at: (run.at ?? context.clock()).toISOString(),
      pack,
      ...(stopped !== undefined && { stopped }),
    },
    resources,
    results,
    rules,
    waivers: [],
    changes,
  });
  return { report, exitCode: exitCodes[report.verdict] };
}

const exitCodes: Readonly<Record<Report["verdict"], ExitCode>> = {
  clean: 0,
  advice: 0,
  refused: 1,
  broken: 2,
};
