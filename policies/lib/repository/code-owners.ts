/** One line of a CODEOWNERS file: whose the files are that match the pattern. */
export interface OwnedPattern {
  pattern: string;
  /** `@user`, `@organization/team` or an address; none where the line takes the files away from everybody. */
  owners: readonly string[];
}

/** Reads CODEOWNERS: a pattern and its owners a line, from `#` on a comment. */
export function readCodeOwners(text: string): OwnedPattern[] {
  return text.split("\n").flatMap((line) => {
    const [pattern, ...owners] = line.replace(/(^|\s)#.*$/, "").match(/(?:\\ |\S)+/g) ?? [];
    return pattern === undefined ? [] : [{ pattern, owners }];
  });
}

/** Patterns that match every file. */
const everyFile = new Set(["*", "**", "/", "/**", "**/*"]);

/** What nobody owns, in words; the last pattern that matches a file decides. */
export function unowned(patterns: readonly OwnedPattern[]): string[] {
  const first = patterns.findLastIndex(({ pattern }) => everyFile.has(pattern));
  const rest = first < 0 ? ["every other file"] : [];
  const without = patterns.slice(Math.max(first, 0)).filter(({ owners }) => owners.length === 0);
  return [...rest, ...without.map(({ pattern }) => pattern)];
}

/** Slugs of the teams that own something. */
export function owningTeams(patterns: readonly OwnedPattern[]): string[] {
  const teams = patterns.flatMap(({ owners }) =>
    owners.flatMap((owner) => /^@[^/]+\/(.+)$/.exec(owner)?.[1]?.toLowerCase() ?? []),
  );
  return [...new Set(teams)];
}
