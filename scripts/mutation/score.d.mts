export interface Score {
  family: string;
  killed: number;
  survived: number;
  unreached: number;
  score: number;
}

/** What share of the mutants the tests are to notice, in percent, over all that a run makes. */
export const wanted: number;

/** One row per family, and one for all, out of what Stryker answers. */
export function scoresOf(results: readonly { fileName: string; status: string }[]): Score[];

/** Lines for people. */
export function table(rows: readonly Score[]): string[];
