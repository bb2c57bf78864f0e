import { UserError } from "../../core/errors";
import type { DeclaredResource } from "../../core/resource";
import type { Report } from "../../report/model";
import type { Context } from "../context";
import { declaredBy } from "../declare";
import { installedPack } from "../pack";
import { placeResults } from "../places";
import { programBundle } from "../program-bundle";
import type { Outcome, SessionGround } from "../session";
import { changesOf } from "./changes";
import { commitOf } from "./commit";
import { reportOf } from "./report-of";

/**
 * The report of a preview or an update: the pack's own answers, joined with what the program declares when it is run
 * without an engine, since no event of an engine tells lines of a program.
 */
export async function operatedReport(
  context: Context,
  { project, input, engineVersion }: SessionGround,
  { operation, run, results, verdict, approved, digest }: Outcome,
): Promise<Report> {
  const { stack, file } = input;
  const resources = await declared(context, { project, input });
  const commit = await commitOf(project.root);
  const approval = approved?.approval === "unreadable" ? undefined : approved?.approval.digest;
  const proved = digest ?? approval;
  return reportOf({
    project,
    stack,
    resources,
    results: placeResults(results, { stackFile: file, resources }),
    pack: installedPack(context).name,
    at: context.clock(),
    run: {
      origin: operation === "up" ? "up" : "preview",
      engine: engineVersion,
      ...(commit !== undefined && { commit }),
      ...(proved !== undefined && { digest: proved }),
      ...(verdict.exitCode === 2 && { stopped: verdict.reasons.join("; ") }),
    },
    changes: changesOf(run),
  });
}

/** A program that runs in the engine and not without it is told by the run itself. */
async function declared(
  context: Context,
  { project, input }: Pick<SessionGround, "project" | "input">,
): Promise<DeclaredResource[]> {
  try {
    const program = await programBundle(context, project);
    return await declaredBy({ project, program }, input.stack, input.file);
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}
