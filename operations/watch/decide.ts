/** One round of questions after a release. */
export interface Round {
  at: Date;
  /** How many were asked. */
  asked: number;
  /** Names of the checks that failed. */
  failed: readonly string[];
}

/** How closely a release is watched. */
export interface WatchLimits {
  /** When the watch began, and when it ends. */
  from: Date;
  until: Date;
  /** Questions that the whole watch comes to. */
  planned: number;
  /** Rounds in a row that one check may not fail: that is no blip. */
  sustained: number;
}

export type WatchDecision =
  { state: "go on" } | { state: "good" } | { state: "roll back"; because: string };

// Requirement: DR-14
/**
 * The availability below which a release is taken back, in percent of its questions. Our own line for the first hours of
 * a release; what is promised to users is higher.
 */
export const releaseAvailability = 99.5;
/** One blip is none, however short the watch. */
const leastFailures = 1;

// Requirement: DR-14
/** What the rounds so far mean. Pure: the same rounds decide the same. */
export function decide(rounds: readonly Round[], limits: WatchLimits): WatchDecision {
  const because = lasting(rounds, limits.sustained) ?? exhausted(rounds, limits.planned);
  if (because !== undefined) return { state: "roll back", because };
  const last = rounds.at(-1);
  // A failure in the last round may be the first of several: it is asked once more, whatever the time.
  const clean = last !== undefined && last.failed.length === 0;
  return clean && last.at >= limits.until ? { state: "good" } : { state: "go on" };
}

/** A check that failed in each of the last rounds. */
function lasting(rounds: readonly Round[], sustained: number): string | undefined {
  const latest = rounds.slice(-sustained);
  if (latest.length < sustained) return undefined;
  const [first, ...others] = latest;
  const always = first?.failed.filter((name) =>
    others.every(({ failed }) => failed.includes(name)),
  );
  return always?.length ? `${always.join(", ")} failed ${sustained} times in a row` : undefined;
}

/** More failures than the line leaves for the whole watch: it cannot be held any more, whatever comes. */
function exhausted(rounds: readonly Round[], planned: number): string | undefined {
  const failures = rounds.reduce((sum, { failed }) => sum + failed.length, 0);
  const asked = rounds.reduce((sum, round) => sum + round.asked, 0);
  const left = Math.max(leastFailures, Math.floor((planned * (100 - releaseAvailability)) / 100));
  if (failures <= left) return undefined;
  return `${failures} of ${asked} questions failed: ${releaseAvailability} % cannot be held any more`;
}
