import { isOpen } from "./build";
import type { Report, ReportedResult } from "./model";

/** What came and went between two reports of a stack, by the ids that answers keep. */
export interface ReportChange {
  /** Open now and not before. */
  opened: readonly ReportedResult[];
  /** Open before and not now: it holds, or what was judged is gone. */
  closed: readonly ReportedResult[];
  /** Waived now and not before. */
  waived: readonly ReportedResult[];
}

export function compareReports(base: Report, now: Report): ReportChange {
  const before = new Map(base.results.map((result) => [result.id, result]));
  const after = new Map(now.results.map((result) => [result.id, result]));
  return {
    opened: now.results.filter((result) => isOpen(result) && !isOpenIn(before, result)),
    closed: base.results.filter((result) => {
      const here = after.get(result.id);
      return isOpen(result) && !here?.waiver && !isOpenIn(after, result);
    }),
    waived: now.results.filter(({ id, waiver }) => waiver && !before.get(id)?.waiver),
  };
}

function isOpenIn(results: ReadonlyMap<string, ReportedResult>, { id }: ReportedResult): boolean {
  const there = results.get(id);
  return there !== undefined && isOpen(there);
}
