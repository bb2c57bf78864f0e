import { parseUrn } from "../../core/urn";
import { run as runRules } from "../../policies/run";
import { declaredIn } from "../../state/declared";
import { isFinding } from "../../policies/verdict";
import { describeResults } from "../component-places";
import type { Context, ExitCode } from "../context";
import { readExportedState } from "../exported-state";
import { judgeResults } from "../verdict";
import { say } from "../view/say";
import { countsText, findingsText } from "../view/results";

export interface AuditFlags {
  /** File that holds an exported state; `-` is standard input. */
  state: string;
}

const withoutLines =
  "a state keeps no lines of the program or of the stack file: findings name the component and the setting; check shows the lines";

/** Judges an exported state by every rule that needs no preview, as `check` judges the program. */
export async function audit(
  context: Context,
  { state }: AuditFlags,
  input: AsyncIterable<Buffer | string> = process.stdin,
): Promise<ExitCode> {
  const exported = await readExportedState(context, state, input);
  const pending = exported.deployment.pending_operations?.length ?? 0;
  if (pending > 0) {
    context.terminal.note(`${pending} operations were cut short: what they made is not judged`);
  }
  const resources = declaredIn(exported);
  const { stack, project } = parseUrn(exported.deployment.resources?.[0]?.urn ?? "");
  const judged = runRules({ resources, stack, clock: context.clock() });
  const results = describeResults(judged, resources);
  if (results.some(isFinding)) context.terminal.note(withoutLines);
  const { exitCode } = judgeResults(results);
  const summary = `${project}/${stack}  ${resources.length} resources; rules: ${countsText(results)}`;
  say(context, [summary, findingsText(results)].filter(Boolean).join("\n"), {
    project,
    stack,
    exitCode,
    resources: resources.length,
    results,
  });
  return exitCode;
}
