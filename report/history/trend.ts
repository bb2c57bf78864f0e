import { byText } from "../../core/order";
import type { ReportedTrend, ReportedTrendRun } from "../model";
import { compareRecords } from "./compare";
import { type HistoryRecord, recordFile } from "./record";

const told = 30;

/** Records in the order of their runs, each once. */
export function inOrder(records: readonly HistoryRecord[]): HistoryRecord[] {
  const byName = new Map(records.map((record) => [recordFile(record).name, record]));
  return [...byName].sort(byText(([name]) => name)).map(([, record]) => record);
}

/** The trend up to `now`, which need not be among the records yet. */
export function trendOf(records: readonly HistoryRecord[], now: HistoryRecord): ReportedTrend {
  const { name } = recordFile(now);
  const earlier = inOrder(records).filter(
    (one) => one.at <= now.at && recordFile(one).name !== name,
  );
  const all = [...earlier, now];
  const last = all.slice(-told);
  const names = [...new Set(last.flatMap(({ families }) => families.map(({ family }) => family)))];
  const before = all.at(-2);
  return {
    runs: last.map(trendRun),
    families: names.sort().map((family) => ({
      family,
      scores: last.map(
        ({ families }) => families.find((one) => one.family === family)?.score ?? null,
      ),
    })),
    ...(before && { since: compareRecords(before, now) }),
  };
}

export function trendRun(record: HistoryRecord): ReportedTrendRun {
  const { at, origin, commit, verdict, counts, score, resources, monthlyUsd, open } = record;
  return {
    at,
    origin,
    ...(commit !== undefined && { commit }),
    verdict,
    counts,
    score,
    resources,
    ...(monthlyUsd !== undefined && { monthlyUsd }),
    open: Object.values(open).flat().length,
  };
}
