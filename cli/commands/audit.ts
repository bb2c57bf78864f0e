import { isFinding } from "../../policies/verdict";
import { auditState } from "../audited-state";
import type { Context, ExitCode } from "../context";
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
  const audited = await auditState(context, state, input);
  const { project, stack, resources, results, cutShort } = audited;
  if (cutShort !== undefined) context.terminal.note(cutShort);
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
