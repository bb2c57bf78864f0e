import type { Report } from "../../report/model";
import { auditState } from "../audited-state";
import type { Context, ExitCode } from "../context";
import { installedPack } from "../pack";
import { judgeResults } from "../verdict";
import { reportOf } from "./report-of";

/** The report of an exported state, judged as `audit` does: it keeps no lines, so that findings have no places. */
export async function auditedReport(
  context: Context,
  file: string,
): Promise<{ report: Report; exitCode: ExitCode }> {
  const { project, stack, resources, results, cutShort } = await auditState(context, file);
  const report = reportOf({
    project: { name: project, root: context.cwd },
    stack,
    resources,
    results,
    pack: installedPack(context).name,
    at: context.clock(),
    run: { origin: "state", ...(cutShort !== undefined && { stopped: cutShort }) },
  });
  return { report, exitCode: judgeResults(results).exitCode };
}
