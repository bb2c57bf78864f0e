/** A whole process to be timed. */
export interface Command {
  file: string;
  args: readonly string[];
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** The exit code of a run that counts, where it is not 0. */
  exitCode?: number;
  /** Where the process leaves the most memory that it held, in KB, when it ends. */
  peakFile?: string;
  /** Where the process leaves the milliseconds that count, where not all of its own do. */
  timeFile?: string;
}

/** One line of the bench. */
export interface Row {
  id: RowId;
  title: string;
  command: Command;
  /** At most so many runs, where one takes long. */
  mostRuns?: number;
  /** Id of the row that this one is compared with. */
  comparedWith?: RowId;
}

export const rowIds = [
  "cli",
  "program",
  "check",
  "empty",
  "empty-pack",
  "empty-rules",
  "dev",
  "prod",
  "prod-pack",
  "100",
  "100-plain",
  "1000",
  "1000-plain",
  "1000-declared",
  "1000-judged",
  "5000-made",
  "5000-estimated",
  "prod-reported",
  "1000-reported",
  "1000-painted",
] as const;
export type RowId = (typeof rowIds)[number];

/** What one run of a row came to. */
export interface Run {
  milliseconds: number;
  /** The most memory that it held, in MB, where its command tells. */
  megabytes?: number;
  /** Why it does not count: its exit code and first words. */
  failure?: string;
}

/** Runs by row, in the order in which they were made. */
export type Samples = ReadonlyMap<RowId, readonly Run[]>;

/** The command as a person would type it, paths below its folder made relative. */
export function commandLine({ file, args, cwd }: Command): string {
  const words = [file, ...args].map((word) => word.replaceAll(`${cwd}/`, ""));
  return words.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word}'`)).join(" ");
}
