import { readFileSync } from "node:fs";
import path from "node:path";
import { text as textOfStream } from "node:stream/consumers";
import { UserError } from "../../core/errors";
import { parseUrn } from "../../core/urn";
import { run as runRules } from "../../policies/run";
import { declaredIn } from "../../state/declared";
import { isFinding } from "../../policies/verdict";
import { readExport } from "../../state/export";
import { describeResults } from "../component-places";
import type { Context, ExitCode } from "../context";
import { judgeResults } from "../verdict";
import { say } from "../view/say";
import { countsText, findingsText } from "../view/results";

export interface AuditFlags {
  /** File that holds an exported state; `-` is standard input. */
  state: string;
}

const standardInput = "-";

const withoutLines =
  "a state keeps no lines of the program or of the stack file: findings name the component and the setting; check shows the lines";

/** Judges an exported state by every rule that needs no preview, as `check` judges the program. */
export async function audit(
  context: Context,
  { state }: AuditFlags,
  input: AsyncIterable<Buffer | string> = process.stdin,
): Promise<ExitCode> {
  const file = state === standardInput ? "standard input" : path.resolve(context.cwd, state);
  const exported = readExport(
    state === standardInput ? await textOfStream(input as NodeJS.ReadableStream) : read(file),
    file,
  );
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

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code = "unknown error" } = error as NodeJS.ErrnoException;
    const found = code === "ENOENT" ? "no such file" : `cannot be read (${code})`;
    const fix = "name a file that pulumi stack export wrote, or - for standard input";
    throw new UserError([{ where: { file }, found, fix }], 2);
  }
}
