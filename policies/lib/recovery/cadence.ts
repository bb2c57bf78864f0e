/** Minutes in each; a month is a twelfth of a year. */
export const minutesOf = {
  hour: 60,
  day: 1440,
  week: 10_080,
  month: 43_920,
  year: 527_040,
} as const;

/**
 * The longest time between two runs of a cron expression, in whole minutes and rounded up to the unit that decides it;
 * undefined where it cannot be told. Takes AWS's six fields in `cron(…)` and the five of everybody else.
 * Source: https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html (Cron-based schedules).
 */
export function longestGapMinutes(expression: string): number | undefined {
  const fields = fieldsOf(expression);
  if (!fields) return undefined;
  const { minute, hour, day, month, weekday } = fields;
  if (!isEvery(month)) return minutesOf.year;
  if (!isEvery(day)) return gapOf(day, { size: 31, unit: minutesOf.day, whole: minutesOf.month });
  if (!isEvery(weekday)) {
    return gapOf(weekday, { size: 7, unit: minutesOf.day, whole: minutesOf.week });
  }
  if (!isEvery(hour)) return gapOf(hour, { size: 24, unit: minutesOf.hour, whole: minutesOf.day });
  return gapOf(minute, { size: 60, unit: 1, whole: minutesOf.hour });
}

interface Fields {
  minute: string;
  hour: string;
  day: string;
  month: string;
  weekday: string;
}

function fieldsOf(expression: string): Fields | undefined {
  const [, inner = expression] = /^cron\((.*)\)$/.exec(expression) ?? [];
  const [minute, hour, day, month, weekday, year = "*", ...others] = inner.trim().split(/\s+/);
  if (!minute || !hour || !day || !month || !weekday || others.length > 0) return undefined;
  // Bound to a year it ends one day.
  return isEvery(year) ? { minute, hour, day, month, weekday } : undefined;
}

const isEvery = (field: string): boolean => field === "*" || field === "?";

interface Cycle {
  /** How many values the field has. */
  size: number;
  /** Minutes from one value to the next. */
  unit: number;
  /** Minutes until the same value comes again. */
  whole: number;
}

/** Steps and lists of numbers; a single value, a range and a name come once in a cycle, to be on the safe side. */
function gapOf(field: string, { size, unit, whole }: Cycle): number {
  if (isEvery(field)) return unit;
  const step = /^(?:\*|0)\/(\d+)$/.exec(field)?.[1];
  if (step !== undefined) return Math.min(Math.max(Number(step), 1) * unit, whole);
  const values = field.split(",").map(Number);
  if (values.length < 2 || values.some((value) => !Number.isInteger(value))) return whole;
  const sorted = values.toSorted((a, b) => a - b);
  const gaps = sorted.map((value, index) => (sorted[index + 1] ?? sorted[0]! + size) - value);
  return Math.max(...gaps) * unit;
}
