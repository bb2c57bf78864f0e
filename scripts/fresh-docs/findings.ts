import { type FreshnessTable, tableFile } from "./table";

/** For how many days a page counts as reviewed. */
export const maxAgeDays = 180;

export interface Ground {
  /** Pages written by hand that are there. */
  pages: readonly string[];
  /** Whether a glob matches a file. */
  matches(glob: string): boolean;
  /** Now. */
  clock(): Date;
}

// Requirement: COMP-08
/** What is wrong with the table: pages and files that are not there, and pages that it lacks. The same on every day. */
export function tableFindings(
  table: FreshnessTable,
  { pages, matches }: Omit<Ground, "clock">,
): string[] {
  const listed = Object.entries(table);
  const unlisted = pages.filter((page) => !(page in table));
  const gone = listed.filter(([page]) => !pages.includes(page));
  const lost = listed.flatMap(([page, { about }]) =>
    about.filter((glob) => !matches(glob)).map((glob) => ({ page, glob })),
  );
  return [
    ...unlisted.map((page) => `${page}: not in ${tableFile}; say there what it describes`),
    ...gone.map(([page]) => `${page}: listed in ${tableFile}, and no page written by hand`),
    ...lost.map(
      ({ page, glob }) =>
        `${page}: it describes ${glob}, which matches no file; mend the page, then the glob`,
    ),
  ];
}

// Requirement: COMP-08
/** Pages that nobody has read beside their files for too long. Another day, another answer. */
export function ageFindings(table: FreshnessTable, { clock }: Pick<Ground, "clock">): string[] {
  return Object.entries(table).flatMap(([page, { about, reviewed, by }]) => {
    const days = daysBetween(new Date(reviewed), clock());
    if (days >= 0 && days <= maxAgeDays) return [];
    const age = days < 0 ? "in the future" : `${days} days ago, at most ${maxAgeDays}`;
    return [
      `${page}: reviewed on ${reviewed} (${age}); ${by} reads it beside ${about.join(", ")}, ` +
        `then writes the day into ${tableFile}`,
    ];
  });
}

const dayMs = 24 * 60 * 60 * 1000;

/** Whole days in UTC; negative where the second comes first. */
function daysBetween(earlier: Date, later: Date): number {
  return Math.floor((later.getTime() - earlier.getTime()) / dayMs);
}
