/** What a line of the changelog is about, in the order in which a day lists them. */
export const changelogKinds = [
  "deployments",
  "configuration",
  "security",
  "performance",
  "operations",
] as const;
export type ChangelogKind = (typeof changelogKinds)[number];

/** One thing that happened to a stack, in words. */
export interface ChangelogEntry {
  /** When it ended, ISO 8601 in UTC. */
  at: string;
  stack: string;
  kind: ChangelogKind;
  /** `deployed`, `rolled back`, `waiver ended`. */
  what: string;
  result: string;
  by: string;
  commit?: string;
  /** Of what was approved for it. */
  digest?: string;
  /** What changed, a line each. Holds no secret. */
  lines: readonly string[];
}

/** Checks that found nothing, counted. */
export interface QuietChecks {
  operation: string;
  times: number;
}

export interface Changelog {
  /** Newest first. */
  entries: readonly ChangelogEntry[];
  quiet: readonly QuietChecks[];
}
