import path from "node:path";
import { UserError } from "../../core/errors";
import { type HistoryRecord, recordOf } from "../../report/history/record";
import { trendOf } from "../../report/history/trend";
import type { Report } from "../../report/model";
import type { Context } from "../context";
import type { ReportFormatName } from "./formats";
import type { HistoryStore } from "./history-place";
import { type HistoryFlag, historyStore, keepRecord, readHistory } from "./history-store";
import { readReport, writeReport } from "./write";

export interface DeliverOptions {
  /** Folder under which the report's own is written. */
  out: string;
  /** The project's folder, or where a person stands outside of one. */
  root: string;
  formats?: readonly ReportFormatName[];
  /** File of an earlier report. */
  base?: string;
  /** File of an OpenSSH private key. */
  sign?: string;
  history?: HistoryFlag;
}

export interface Delivered {
  report: Report;
  folder: string;
  files: readonly string[];
}

/**
 * Writes a report with the trend that it belongs to, and then its record. A history that cannot be reached costs nobody
 * the report: it is written first, and the failure told afterwards.
 */
export async function deliver(
  context: Context,
  report: Report,
  { out, root, formats, base, sign, history }: DeliverOptions,
): Promise<Delivered> {
  const { stack } = report.run;
  const folder = path.resolve(context.cwd, out, folderName(stack));
  const store = historyStore(context, root, history);
  const record = recordOf(report);
  const earlier = store && (await settled(recordsOf(context, store, record)));
  const records = earlier instanceof UserError ? [] : (earlier ?? []);
  const whole = store ? { ...report, trend: trendOf(records, record) } : report;
  const files = await writeReport(folder, whole, {
    root,
    ...(formats && { formats }),
    ...(base !== undefined && { base: readReport(path.resolve(context.cwd, base)) }),
    ...(sign !== undefined && { sign: path.resolve(context.cwd, sign) }),
  });
  if (earlier instanceof UserError) throw earlier;
  if (store) await keepRecord(store, record);
  return { report: whole, folder, files };
}

async function recordsOf(
  { terminal }: Context,
  store: HistoryStore,
  { stack, project }: HistoryRecord,
): Promise<readonly HistoryRecord[]> {
  const { records, warnings } = await readHistory(store, stack, project);
  for (const warning of warnings) terminal.note(warning);
  return records;
}

async function settled<T>(work: Promise<T>): Promise<T | UserError> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

/** A state or an event log names its stack itself, and could name a folder elsewhere. */
function folderName(stack: string): string {
  if (/^(?!\.+$)[^/\\]+$/.test(stack)) return stack;
  const found = `a stack named ${JSON.stringify(stack)}`;
  throw new UserError([{ where: {}, found, allowed: "a name that a folder can have" }], 2);
}
