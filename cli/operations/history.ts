import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  writeSync,
} from "node:fs";
import { userInfo } from "node:os";
import path from "node:path";
import { parseJson } from "../../core/json";
import { type OperationRecord, operationRecord } from "../../operations/record";
import { workFolder } from "../folders";
import type { Project } from "../project";

/** What a history says, and on which of its lines nothing can be read. */
export interface History {
  records: OperationRecord[];
  /** Line numbers, from 1. */
  unreadable: number[];
}

/** The audit history of a stack: one JSON object a line, oldest first. */
export function historyFile({ root }: Pick<Project, "root">, stack: string): string {
  return path.join(root, workFolder, "audit", `${stack}.jsonl`);
}

/** Adds one line to the stack's history. Two that write at once lose none: each line is one write to the file's end. */
export function appendRecord(project: Pick<Project, "root">, record: OperationRecord): void {
  const line = `${JSON.stringify(operationRecord.parse(record))}\n`;
  const file = historyFile(project, record.stack);
  mkdirSync(path.dirname(file), { recursive: true });
  const handle = openSync(file, "a+", 0o600);
  try {
    const bytes = Buffer.from(endsCut(handle) ? `\n${line}` : line);
    const written = writeSync(handle, bytes);
    if (written < bytes.length) throw new Error(`${file}: no room for a whole line`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

export function readHistory(project: Pick<Project, "root">, stack: string): History {
  return historyIn(historyFile(project, stack));
}

/** The history in any file; an absent one is empty. Reads past lines that a killed writer cut. */
export function historyIn(file: string): History {
  const history: History = { records: [], unreadable: [] };
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const read = operationRecord.safeParse(parseJson(line));
    if (read.success) history.records.push(read.data);
    else history.unreadable.push(index + 1);
  }
  return history;
}

/** Who runs this: in a pipeline whom it acts for, else the user of the machine. */
export function actorOf(env: NodeJS.ProcessEnv): string {
  return env.GITHUB_ACTOR ?? env.USER ?? env.LOGNAME ?? env.USERNAME ?? userInfo().username;
}

/** Whoever was killed while writing left a line without its end: what follows must not become part of it. */
function endsCut(handle: number): boolean {
  const { size } = fstatSync(handle);
  if (size === 0) return false;
  const last = Buffer.alloc(1);
  readSync(handle, last, 0, 1, size - 1);
  return last.toString() !== "\n";
}
