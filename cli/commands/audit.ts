import { readFileSync } from "node:fs";
import path from "node:path";
import { text as textOfStream } from "node:stream/consumers";
import { UserError } from "../../core/errors";
import { parseUrn } from "../../core/urn";
import { catalogue } from "../../policies/catalogue";
import { run as runRules } from "../../policies/run";
import { declaredIn } from "../../state/declared";
import { readExport } from "../../state/export";
import type { Context, ExitCode } from "../context";
import { judgeResults } from "../verdict";
import { say } from "../view/say";
import { countsText, findingsText, type PlacedResult } from "../view/results";

export interface AuditFlags {
  /** File that holds an exported state; `-` is standard input. */
  state: string;
}

const standardInput = "-";

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
  const results = advised(runRules({ resources, stack, clock: context.clock() }));
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

/** Each result with its rule's advice. A state has no stack file, so no place in one decides it. */
function advised(results: ReturnType<typeof runRules>): PlacedResult[] {
  const fixes = new Map(catalogue.map(({ id, fix }) => [id, fix]));
  return results.map((result) => ({ ...result, fix: fixes.get(result.rule) }));
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
