import { type HealthCheck } from "../estate/watching";

/** What Route 53 holds of a check. Moments are milliseconds of the watch's own clock. */
export interface CheckStatus {
  healthy: boolean;
  /** Answers in a row that say the opposite. */
  against: number;
  /** When it last changed; none while it never did. */
  changed: number | undefined;
  /** When it was last asked. */
  asked: number | undefined;
}

/** A check counts as healthy until it was asked often enough. */
export const unasked: CheckStatus = {
  healthy: true,
  against: 0,
  changed: undefined,
  asked: undefined,
};

export function isDue({ interval }: HealthCheck, { asked }: CheckStatus, now: number): boolean {
  return asked === undefined || now - asked >= interval * 1000;
}

// Requirement: UPT-03
/** The status after one more answer: it changes after `threshold` answers in a row that say the opposite. */
export function afterAnswer(
  status: CheckStatus,
  { isGood, threshold, now }: { isGood: boolean; threshold: number; now: number },
): CheckStatus {
  if (isGood === status.healthy) return { ...status, against: 0, asked: now };
  const against = status.against + 1;
  return against < threshold
    ? { ...status, against, asked: now }
    : { healthy: isGood, against: 0, changed: now, asked: now };
}

/** The status of a check over others: healthy while enough of them are. */
export function afterChildren(
  status: CheckStatus,
  { healthy, least, now }: { healthy: number; least: number; now: number },
): CheckStatus {
  const isGood = healthy >= least;
  return isGood === status.healthy ? status : { ...status, healthy: isGood, changed: now };
}

// Requirement: UPT-05
/** What resolvers hold that keep a record for `ttl` seconds: a change reaches the last of them after that time. */
export function asResolved({ healthy, changed }: CheckStatus, ttl: number, now: number): boolean {
  const isKnown = changed === undefined || now >= changed + ttl * 1000;
  return isKnown ? healthy : !healthy;
}
