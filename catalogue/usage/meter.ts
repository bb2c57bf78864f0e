import type { Tier } from "../../core/profile";

/** A month as it may turn out: a quiet one, the one reckoned with, a busy one. */
export const scenarios = ["low", "expected", "high"] as const;
export type Scenario = (typeof scenarios)[number];
export type Scenarios<T> = Readonly<Record<Scenario, T>>;

/**
 * What is counted and paid by use, in one month and for the whole stack. Its name in the stack file is
 * `<room>.<name>`, such as `hosting.requests`.
 */
export interface Meter {
  /** `requests a month`, `GB a month`, `GB kept`. */
  unit: string;
  /** What it counts, in a sentence. */
  describe: string;
  /** What is assumed of a stack that says nothing, by tier; rising from low to high. */
  assumed: Readonly<Record<Tier, readonly [low: number, expected: number, high: number]>>;
}

export type Meters = Readonly<Record<string, Meter>>;

/** Types a room's meters by their names. */
export function defineMeters<const M extends Meters>(meters: M): M {
  return meters;
}
