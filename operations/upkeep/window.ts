/** A time in which maintenance is announced, as `alerts.mute` says it. */
export interface MaintenanceWindow {
  name: string;
  /** `cron(minute hour day month weekday)`, or `at(2027-01-31T07:00)`. */
  expression: string;
  /** `PT1H`, `P1DT30M`. */
  duration: string;
  /** @default "UTC" */
  timezone?: string | undefined;
}

const minuteMs = 60_000;

// Requirement: OPS-05
/** The window that a moment lies in, where it lies in one. */
export function windowAt(
  windows: readonly MaintenanceWindow[],
  now: Date,
): MaintenanceWindow | undefined {
  return windows.find((window) => isOpen(window, now));
}

function isOpen({ expression, duration, timezone = "UTC" }: MaintenanceWindow, now: Date): boolean {
  const [, kind, text = ""] = /^(cron|at)\((.*)\)$/.exec(expression) ?? [];
  const clock = clockOf(timezone);
  const starts = kind === "cron" ? cronStarts(text) : (at: Clock) => isSame(at, text);
  const thisMinute = Math.floor(now.getTime() / minuteMs);
  for (let back = 0; back < minutesOf(duration); back += 1) {
    if (starts(clock(new Date((thisMinute - back) * minuteMs)))) return true;
  }
  return false;
}

/** `P1DT2H30M` in minutes; what is no duration lasts none. */
export function minutesOf(duration: string): number {
  const [, days = 0, hours = 0, minutes = 0] =
    /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(duration) ?? [];
  return Number(days) * 24 * 60 + Number(hours) * 60 + Number(minutes);
}

/** A moment as a clock and a calendar of some place show it. */
interface Clock {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  /** 0 is Sunday. */
  weekday: number;
}

function clockOf(timeZone: string): (at: Date) => Clock {
  const numeric = { year: "numeric", month: "numeric", day: "numeric" } as const;
  const format = new Intl.DateTimeFormat("en-US", {
    ...{ ...numeric, hour: "numeric", minute: "numeric", hourCycle: "h23", timeZone },
  });
  return (at) => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
    const [year, month, day] = [part("year"), part("month"), part("day")];
    const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
    return { year, month, day, hour: part("hour"), minute: part("minute"), weekday };
  };
}

function isSame({ year, month, day, hour, minute }: Clock, text: string): boolean {
  const [date = "", time = ""] = text.split("T");
  return (
    date === [year, pad(month), pad(day)].join("-") &&
    time.slice(0, "07:00".length) === `${pad(hour)}:${pad(minute)}`
  );
}

const pad = (number: number) => String(number).padStart(2, "0");

/** Five fields; 7 is Sunday too. Day and weekday, where both say something, hold either or, as cron has it. */
function cronStarts(text: string): (at: Clock) => boolean {
  const [minute = "", hour = "", day = "", month = "", weekday = ""] = text.split(" ");
  return (at) => {
    const byDay = fits(day, at.day);
    const byWeekday = fits(weekday, at.weekday) || (at.weekday === 0 && fits(weekday, 7));
    const both = day !== "*" && weekday !== "*" && day !== "?" && weekday !== "?";
    const onDay = both ? byDay || byWeekday : byDay && byWeekday;
    return fits(minute, at.minute) && fits(hour, at.hour) && fits(month, at.month) && onDay;
  };
}

const names = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

/** A field such as `*`, `5`, `1-5`, `MON`, `0,30` or `10/15`; one that cannot be read never fits. */
function fits(field: string, value: number): boolean {
  return field.split(",").some((part) => {
    const [range = "", step] = part.split("/");
    if (range === "*" || range === "?") return value % Number(step ?? 1) === 0;
    const [from, to] = range.split("-").map(numberOf);
    if (from === undefined) return false;
    const last = to ?? (step === undefined ? from : 59);
    return value >= from && value <= last && (value - from) % Number(step ?? 1) === 0;
  });
}

function numberOf(text: string): number {
  const named = names.indexOf(text.toUpperCase());
  return named >= 0 ? named : Number(text);
}
