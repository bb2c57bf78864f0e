import type { Waiver } from "../../core/profile";

/** What became of one waiver: the first of these that is true of it. Only one that holds covers anything. */
export type WaiverFate =
  | "malformed"
  | "unknown-rule"
  | "unwaivable"
  | "too-wide"
  | "unknown-owner"
  | "expired"
  | "covers-nothing"
  | "covers-too-many"
  | "holds";

export interface WaiverOutcome {
  /** Place in the profile's list, from 0. */
  index: number;
  fate: WaiverFate;
  /** Absent when the entry could not be read. */
  waiver?: Waiver;
  /** What is wrong with an entry that is malformed or cannot be waived, or whom one with an unknown owner could name. */
  problem?: string;
  /** Days until the last one; 0 on the last day itself. Absent when the entry could not be read. */
  daysLeft?: number;
  /** The findings that it is about, each by name and property. */
  hits: readonly string[];
}
