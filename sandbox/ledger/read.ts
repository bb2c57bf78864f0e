import { readFileSync } from "node:fs";
import { UserError } from "../../core/errors";
import { type LedgerRecord } from "./record";

export interface LedgerLog {
  records: LedgerRecord[];
  /** Bytes of the complete lines. What follows was never confirmed to anybody: a write cut off by a crash. */
  intact: number;
}

/**
 * Reads the log of `<home>/ledger.jsonl`; a missing file is an empty log. A last line without its end is left out.
 * Throws `UserError` (2) when another line is not ours: then nobody can tell what exists.
 */
export function readLog(file: string): LedgerLog {
  const bytes = readBytes(file);
  const intact = bytes.lastIndexOf(0x0a) + 1;
  const lines = bytes.subarray(0, intact).toString("utf8").split("\n").slice(0, -1);
  return { records: lines.map((line, index) => parseLine(file, line, index + 1)), intact };
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return Buffer.alloc(0);
    throw unreadable(file, `cannot be read (${(error as NodeJS.ErrnoException).code ?? "error"})`);
  }
}

function parseLine(file: string, line: string, number: number): LedgerRecord {
  const record = parseJson(line);
  if (record?.seq === number) return record;
  throw unreadable(file, `line ${number} is not an entry of the sandbox ledger`, number);
}

function parseJson(line: string): LedgerRecord | undefined {
  try {
    return JSON.parse(line) as LedgerRecord;
  } catch {
    return undefined;
  }
}

function unreadable(file: string, found: string, line?: number): UserError {
  const where = line === undefined ? { file } : { file, line };
  const fix = "move the sandbox folder away to start with an empty cloud";
  return new UserError([{ where, found, fix }], 2);
}
