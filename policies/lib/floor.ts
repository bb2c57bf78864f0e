import type { Tier } from "../../core/profile";

/** Which way an option may be moved by a stack: a higher or lower number, a shorter list, a longer list. */
export type Tighter = "higher" | "lower" | "fewer" | "more";

export interface Floor {
  tighter: Tighter;
  tiers: Readonly<Record<Tier, number | readonly string[]>>;
}

/** The same on every tier. */
export const everywhere = <T>(value: T): Record<Tier, T> => ({
  dev: value,
  staging: value,
  prod: value,
});
