/** What share of the mutants the tests are to notice, in percent, over all that a run makes. */
export const wanted = 85;

/** By what Stryker says of a mutant; text that is ignored, and what does not even load as a program, counts nowhere. */
const columns = {
  Killed: "killed",
  Timeout: "killed",
  Survived: "survived",
  NoCoverage: "unreached",
};

/**
 * One row per family, and one for all: `{ family, killed, survived, unreached, score }`. Each result names a file,
 * `policies/rules/<family>/<id>.ts` at its end, and a status.
 */
export function scoresOf(results) {
  const families = new Map();
  for (const { fileName, status } of results) {
    const column = columns[status];
    if (column === undefined) continue;
    const family = fileName.split(/[\\/]/).at(-2);
    const row = families.get(family) ?? { family, ...nothing };
    families.set(family, { ...row, [column]: row[column] + 1 });
  }
  const rows = [...families.values()].sort((a, b) => (a.family < b.family ? -1 : 1));
  return [...rows, rows.reduce(add, { family: "all", ...nothing })].map(withScore);
}

const nothing = { killed: 0, survived: 0, unreached: 0 };

function add(sum, { killed, survived, unreached }) {
  return {
    ...sum,
    killed: sum.killed + killed,
    survived: sum.survived + survived,
    unreached: sum.unreached + unreached,
  };
}

/** Nothing to change is nothing to notice: no score, and it is not held against anybody. */
function withScore(row) {
  const mutants = row.killed + row.survived + row.unreached;
  return { ...row, score: mutants === 0 ? 100 : (100 * row.killed) / mutants };
}

/** Lines for people. Scores are cut, not rounded: 85.0 is never less than 85. */
export function table(rows) {
  const cells = rows.map(({ family, killed, survived, unreached, score }) => [
    family,
    ...[killed, survived, unreached].map(String),
    `${(Math.floor(score * 10) / 10).toFixed(1)} %`,
  ]);
  const all = [["family", "killed", "survived", "unreached", "score"], ...cells];
  const widths = all[0].map((_, at) => Math.max(...all.map((row) => row[at].length)));
  return all.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at])))
      .join("  "),
  );
}
