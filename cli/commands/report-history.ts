import { compareRecords } from "../../report/history/compare";
import { trendRun } from "../../report/history/trend";
import { type Context, type ExitCode, projectOf } from "../context";
import { pickTwo } from "../reports/history-pick";
import { type HistoryFlag, historyStore, readHistory } from "../reports/history-store";
import { type ShownHistory, historyText } from "../reports/history-text";
import { say } from "../view/say";

export interface HistoryFlags {
  history: HistoryFlag;
  /** Two runs by number, time or commit. */
  between?: readonly string[];
}

/** Shows how a stack, or all, came to stand as it does, and what changed between two of its runs. */
export async function showHistory(
  context: Context,
  named: string,
  { history, between }: HistoryFlags,
): Promise<ExitCode> {
  const { root, stacks } = projectOf(context);
  const store = historyStore(context, root, history);
  if (!store) return 0;
  const shown: (ShownHistory & { warnings: readonly string[] })[] = [];
  for (const stack of named === "all" ? stacks : [named]) {
    const { records, warnings } = await readHistory(store, stack);
    for (const warning of warnings) context.terminal.note(warning);
    const compared = pickTwo(records, between);
    shown.push({ stack, records, warnings, ...(compared && { compared }) });
  }
  say(context, shown.map(historyText).join("\n\n"), { stacks: shown.map(jsonOf) });
  return 0;
}

function jsonOf({
  stack,
  records,
  warnings,
  compared,
}: ShownHistory & { warnings: readonly string[] }) {
  const [before, after] = compared ?? [];
  return {
    stack,
    runs: records.map(trendRun),
    ...(before && after && { between: { ...compareRecords(before, after), to: after.at } }),
    warnings,
  };
}
