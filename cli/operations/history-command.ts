import type { OperationRecord } from "../../operations/record";
import { type Context, type ExitCode, projectOf } from "../context";
import { stackFileOf } from "../project";
import { say } from "../view/say";
import { table } from "../view/table";
import { historyFile, readHistory } from "./history";

export interface HistoryFlags {
  /** How many of the last records are shown. */
  last: number;
}

/** Shows which operations were run on a stack, oldest first. Exit code 1 where a line cannot be read. */
export function history(
  context: Context,
  stack: string,
  { last }: HistoryFlags,
): Promise<ExitCode> {
  const project = projectOf(context);
  stackFileOf(project, stack);
  const { records, unreadable } = readHistory(project, stack);
  const shown = records.slice(-last);
  const cut = unreadable.map(
    (line) => `line ${line} of ${historyFile(project, stack)}: unreadable`,
  );
  const text = [shown.length > 0 ? table(shown.map(row)) : `no operation of ${stack} is recorded`];
  say(context, [...text, ...cut].join("\n"), { stack, records: shown, unreadable });
  return Promise.resolve(unreadable.length > 0 ? 1 : 0);
}

function row({ at, operation, result, seconds, by, dryRun, sandbox }: OperationRecord): string[] {
  const how = [...(dryRun ? ["dry run"] : []), ...(sandbox ? ["sandbox"] : [])].join(", ");
  return [at, operation, result, `${seconds.toFixed(1)} s`, by, how];
}
