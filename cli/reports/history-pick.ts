import { UserError } from "../../core/errors";
import type { HistoryRecord } from "../../report/history/record";

/** The two runs to compare: those that are named, or the last two; undefined while there is one alone. */
export function pickTwo(
  records: readonly HistoryRecord[],
  between: readonly string[] | undefined,
): [HistoryRecord, HistoryRecord] | undefined {
  if (between === undefined) {
    const [before, after] = records.slice(-2);
    return before && after && [before, after];
  }
  const [one, other, ...more] = between;
  if (one === undefined || other === undefined || more.length > 0) {
    throw refused(between.join(" ") || "nothing", "two runs", "name two, such as --between 3 5");
  }
  return [pick(records, one), pick(records, other)];
}

/** By its number in the list, or by how its time or its commit begins. */
function pick(records: readonly HistoryRecord[], name: string): HistoryRecord {
  const numbered = /^\d{1,6}$/.test(name) ? records[Number(name) - 1] : undefined;
  if (numbered) return numbered;
  const found = records.filter(
    ({ at, commit }) => at.startsWith(name) || (name.length >= 7 && commit?.startsWith(name)),
  );
  const [first, second] = found;
  if (first && !second) return first;
  throw refused(
    second ? `${name}, which ${found.length} runs could be` : `${name}, which is no run on record`,
    "the number of a run, or how its time or its commit begins",
    "look at the list that --history shows",
  );
}

function refused(found: string, allowed: string, fix: string): UserError {
  return new UserError([{ where: { path: "--between" }, found, allowed, fix }], 2);
}
