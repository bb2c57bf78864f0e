import type { Report } from "../../report/model";
import type { AuditedState } from "../audited-state";
import type { Context, ExitCode } from "../context";
import { installedPack } from "../pack";
import { judgeResults } from "../verdict";
import { reportOf } from "./report-of";

/** The report of a state that was judged as `audit` does: it keeps no lines, so that findings have no places. */
export function auditedReport(
  context: Context,
  { project, stack, resources, results, cutShort }: AuditedState,
): { report: Report; exitCode: ExitCode } {
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
