import { Decimal } from "decimal.js";

/** As AWS's own examples: a month is 730 hours. */
const hoursAMonth = new Decimal(730);
const daysAMonth = hoursAMonth.div(24);

const minutesOf: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 1440 };

/**
 * Runs a month of `rate(5 minutes)`, `cron(0 7 ? * MON *)` or `at(…)`; undefined where the text is none of them.
 * `rate(0 minutes)` and `at(…)` run once.
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_Canaries_cron.html
 */
export function runsAMonth(expression: string): Decimal | undefined {
  const [, kind, inside = ""] = /^\s*(rate|cron|at)\((.*)\)\s*$/.exec(expression) ?? [];
  if (kind === "at") return new Decimal(1);
  if (kind === "rate") return ofRate(inside);
  return kind === "cron" ? ofCron(inside.trim().split(/\s+/)) : undefined;
}

function ofRate(text: string): Decimal | undefined {
  const [, every = "", unit = ""] = /^\s*(\d+)\s+(minute|hour|day)s?\s*$/.exec(text) ?? [];
  const minutes = Number(every) * (minutesOf[unit] ?? 0);
  if (every === "") return undefined;
  return minutes === 0 ? new Decimal(1) : hoursAMonth.times(60).div(minutes);
}

const weekdays = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
const months = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(" ");

function ofCron([minute, hour, day, month, weekday, year]: readonly string[]): Decimal | undefined {
  if (year !== "*") return undefined;
  const counts = [
    count(minute, 0, 59),
    count(hour, 0, 23),
    daysOf(day, weekday),
    count(month, 1, 12, months)?.div(12),
  ];
  return counts.reduce<Decimal | undefined>(
    (product, one) => (product && one ? product.times(one) : undefined),
    new Decimal(1),
  );
}

const isAny = (field: string | undefined) => field === "*" || field === "?";

/** Days a month: a part of its weeks, or days by their number. `L`, `15W` and `MON#2` are one day each. */
function daysOf(day: string | undefined, weekday: string | undefined): Decimal | undefined {
  const once = [day, weekday].find((field) => field && /[LW#]/.test(field.replace(/JUL|WED/g, "")));
  if (once !== undefined) return new Decimal(once.split(",").length);
  if (isAny(day) && isAny(weekday)) return daysAMonth;
  if (isAny(day)) return count(weekday, 1, 7, weekdays)?.times(daysAMonth).div(7);
  return isAny(weekday) ? count(day, 1, 31) : undefined;
}

/** How many values a field of cron names: `*`, `1,15`, `8-18`, `0/5`, `MON-FRI`. */
function count(
  field: string | undefined,
  first: number,
  last: number,
  names: readonly string[] = [],
): Decimal | undefined {
  if (field === undefined) return undefined;
  const numbered = names.reduce(
    (text, name, index) => text.replaceAll(name, String(index + first)),
    field.toUpperCase(),
  );
  const named = new Set<number>();
  for (const item of numbered.split(",")) {
    const [, from, to, step] = /^(\*|\?|\d+)(?:-(\d+))?(?:\/(\d+))?$/.exec(item) ?? [];
    if (from === undefined || step === "0") return undefined;
    const start = /\d/.test(from) ? Number(from) : first;
    const single = /\d/.test(from) && to === undefined && step === undefined;
    const end = to === undefined ? (single ? start : last) : Number(to);
    for (let at = start; at <= end; at += Number(step ?? 1)) named.add(at);
  }
  return new Decimal(named.size);
}
