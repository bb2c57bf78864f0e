import { type Alarm, type AlarmState } from "../estate/watching";

/** One value of a metric. */
export interface Datapoint {
  /** Milliseconds. */
  at: number;
  value: number;
}

const statistics: Readonly<Record<string, (values: readonly number[]) => number>> = {
  Minimum: (values) => Math.min(...values),
  Maximum: (values) => Math.max(...values),
  Sum: (values) => values.reduce((sum, value) => sum + value, 0),
  Average: (values) => values.reduce((sum, value) => sum + value, 0) / values.length,
  SampleCount: (values) => values.length,
};

const comparisons: Readonly<Record<string, (value: number, threshold: number) => boolean>> = {
  LessThanThreshold: (value, threshold) => value < threshold,
  LessThanOrEqualToThreshold: (value, threshold) => value <= threshold,
  GreaterThanThreshold: (value, threshold) => value > threshold,
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
};

/** How a period without data counts: bad, good, or not at all. */
const missing: Readonly<Record<string, boolean | undefined>> = {
  breaching: true,
  notBreaching: false,
};

/**
 * The state of an alarm on a metric: of the last whole periods enough are bad. With no period that tells anything the
 * state stays, or there is too little data.
 */
export function stateOf(
  alarm: Alarm,
  points: readonly Datapoint[],
  { now, before }: { now: number; before: AlarmState },
): AlarmState {
  const length = alarm.period * 1000;
  const end = Math.floor(now / length) * length;
  const verdicts = Array.from({ length: alarm.periods }, (_, back) =>
    verdictOf(
      alarm,
      points.filter(({ at }) => at >= end - (back + 1) * length && at < end - back * length),
    ),
  ).filter((verdict) => verdict !== undefined);
  if (verdicts.length === 0) return alarm.missing === "ignore" ? before : "INSUFFICIENT_DATA";
  return verdicts.filter(Boolean).length >= alarm.datapoints ? "ALARM" : "OK";
}

/** Whether a period is bad; undefined where it does not count. */
function verdictOf(alarm: Alarm, points: readonly Datapoint[]): boolean | undefined {
  if (points.length === 0) return missing[alarm.missing];
  const value = statistics[alarm.statistic]?.(points.map((point) => point.value));
  const isBad = comparisons[alarm.comparison];
  return value === undefined || !isBad ? undefined : isBad(value, alarm.threshold);
}
