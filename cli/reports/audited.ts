import { parseUrn } from "../../core/urn";
import { run as runRules } from "../../policies/run";
import type { Report } from "../../report/model";
import { declaredIn } from "../../state/declared";
import { describeResults } from "../component-places";
import type { Context, ExitCode } from "../context";
import { readExportedState } from "../exported-state";
import { installedPack } from "../pack";
import { judgeResults } from "../verdict";
import { reportOf } from "./report-of";

/** The report of an exported state, judged as `audit` does: it keeps no lines, so that findings have no places. */
export async function auditedReport(
  context: Context,
  file: string,
): Promise<{ report: Report; exitCode: ExitCode }> {
  const exported = await readExportedState(context, file);
  const resources = declaredIn(exported);
  const { stack, project } = parseUrn(exported.deployment.resources?.[0]?.urn ?? "");
  const judged = runRules({ resources, stack, clock: context.clock() });
  const results = describeResults(judged, resources);
  const pending = exported.deployment.pending_operations?.length ?? 0;
  const report = reportOf({
    project: { name: project, root: context.cwd },
    stack,
    resources,
    results,
    pack: installedPack(context).name,
    at: context.clock(),
    run: {
      origin: "state",
      ...(pending > 0 && {
        stopped: `${pending} operations were cut short: what they made is not judged`,
      }),
    },
  });
  return { report, exitCode: judgeResults(results).exitCode };
}
