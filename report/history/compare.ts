import type { ReportedMark, ReportedSince } from "../model";
import type { HistoryRecord } from "./record";

/** What changed between two runs of a stack. */
export function compareRecords(before: HistoryRecord, after: HistoryRecord): ReportedSince {
  const was = idsOf(before.open);
  const is = idsOf(after.open);
  const wasWaived = idsOf(before.waived);
  const isWaived = idsOf(after.waived);
  const open = marksIn(after.open);
  return {
    at: before.at,
    opened: open.filter(({ id }) => !was.has(id)),
    closed: marksIn(before.open).filter(({ id }) => !is.has(id) && !isWaived.has(id)),
    stillOpen: open.filter(({ id }) => was.has(id)),
    waived: marksIn(after.waived).filter(({ id }) => !wasWaived.has(id)),
  };
}

function idsOf(marks: HistoryRecord["open"]): ReadonlySet<string> {
  return new Set(Object.values(marks).flat());
}

function marksIn(marks: HistoryRecord["open"]): ReportedMark[] {
  return Object.entries(marks).flatMap(([rule, ids]) => ids.map((id) => ({ rule, id })));
}
