import { parseUrn } from "../../core/urn";
import type { Report } from "../../report/model";
import { type StackCheck, checkStack, compareChecks } from "../commands/check";
import { type Context, type ExitCode, projectOf } from "../context";
import { installedPack } from "../pack";
import { programBundle } from "../program-bundle";
import { judgeResults } from "../verdict";
import type { PlacedResult } from "../../core/placed-result";
import { commitOf } from "./commit";
import { reportOf } from "./report-of";

/** Stacks that were checked beside one another, each with its report where it could be judged. */
export interface CheckedStacks {
  checks: readonly StackCheck[];
  reports: readonly Report[];
  between: ExitCode;
}

/** Checks stacks as `check` does, and makes the report of each. */
export async function checkedReports(
  context: Context,
  stacks: readonly string[],
): Promise<CheckedStacks> {
  const project = projectOf(context);
  const program = await programBundle(context, project);
  const checks: StackCheck[] = [];
  for (const stack of stacks) checks.push(await checkStack(context, { project, program }, stack));
  const between = compareChecks(context, checks);
  const commit = await commitOf(project.root);
  const shared = { project, pack: installedPack(context).name, at: context.clock() };
  const reports = checks
    .filter(({ error }) => !error)
    .map(({ stack, resources, results }) =>
      reportOf({
        ...shared,
        stack,
        resources,
        results: [...results, ...resultsOf(stack, between)],
        run: { origin: "check", ...(commit !== undefined && { commit }) },
      }),
    );
  return { checks, reports, between: judgeResults(between).exitCode };
}

function resultsOf(stack: string, between: readonly PlacedResult[]): PlacedResult[] {
  return between.filter(({ urn }) => parseUrn(urn).stack === stack);
}
