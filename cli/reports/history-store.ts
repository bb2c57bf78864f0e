import path from "node:path";
import { UserError } from "../../core/errors";
import { type HistoryRecord, readRecord, recordFile } from "../../report/history/record";
import { inOrder } from "../../report/history/trend";
import type { Context } from "../context";
import { workFolder } from "../folders";
import { bucketStore } from "./history-bucket";
import { folderStore } from "./history-folder";
import type { HistoryStore } from "./history-place";

/** Names another place than the default for every report. */
const variable = "GROUNDWORK_HISTORY";

/** What `--history` says: a place, the default one, or with `--no-history` none. */
export type HistoryFlag = string | boolean | undefined;

/** The store that a report writes to; `root` is the project's folder, or where a person stands outside of one. */
export function historyStore(
  { cwd, env }: Pick<Context, "cwd" | "env">,
  root: string,
  flag: HistoryFlag,
): HistoryStore | undefined {
  if (flag === false) return undefined;
  const given = typeof flag === "string" ? flag : env[variable];
  if (given === undefined || given === "") {
    return folderStore(path.join(root, workFolder, "reports", "history"));
  }
  if (/^s3:\/\/[a-z0-9][a-z0-9.-]+(\/|$)/.test(given)) return bucketStore(given, env);
  if (!/^[a-z0-9]+:\/\//i.test(given)) return folderStore(path.resolve(cwd, given));
  throw new UserError(
    [
      {
        where: { path: typeof flag === "string" ? "--history" : variable },
        found: given,
        allowed: "a folder, or s3://BUCKET/PREFIX",
        fix: "keep the history in a folder, and copy that to where it is to be",
      },
    ],
    2,
  );
}

/** The records of a stack, and what lies among them and is none. */
export interface StackHistory {
  /** Oldest first. */
  records: readonly HistoryRecord[];
  /** A sentence each. */
  warnings: readonly string[];
}

/** Reads past what cannot be read: one bad file costs nobody the rest. `project` where only its own records count. */
export async function readHistory(
  store: HistoryStore,
  stack: string,
  project?: string,
): Promise<StackHistory> {
  const records: HistoryRecord[] = [];
  const warnings: string[] = [];
  for (const { name, text } of await store.read(stack)) {
    const read = readRecord(name, text);
    const fault = typeof read === "string" ? read : foreign(read, stack, project);
    if (fault !== undefined) warnings.push(`${store.place}/${stack}/${name}: ${fault}; left out`);
    else if (typeof read !== "string") records.push(read);
  }
  return { records: inOrder(records), warnings };
}

function foreign(record: HistoryRecord, stack: string, project?: string): string | undefined {
  if (record.stack === stack && (project === undefined || record.project === project)) return;
  return `a record of ${record.project}/${record.stack}`;
}

export async function keepRecord(store: HistoryStore, record: HistoryRecord): Promise<void> {
  await store.write(record.stack, recordFile(record));
}
