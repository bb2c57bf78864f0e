/**
 * `npm run docs:fresh`: says which pages written by hand nobody has read beside what they describe for too long, and which
 * describe what is not there any more. Exit codes: 0 none, 1 some, 2 no table that can be read.
 */
import { ageFindings, tableFindings } from "./fresh-docs/findings";
import { type FreshnessTable, readTable, tableFile } from "./fresh-docs/table";
import { matchesIn, pagesByHand } from "./fresh-docs/tree";

function main(root: string): number {
  let table: FreshnessTable;
  try {
    table = readTable(root);
  } catch (error) {
    process.stderr.write(`${tableFile}: ${(error as Error).message}\n`);
    return 2;
  }
  const ground = { pages: pagesByHand(root), matches: matchesIn(root), clock: () => new Date() };
  const findings = [...tableFindings(table, ground), ...ageFindings(table, ground)];
  for (const finding of findings) process.stdout.write(`${finding}\n`);
  process.stderr.write(`${ground.pages.length} pages by hand, ${findings.length} findings\n`);
  return findings.length > 0 ? 1 : 0;
}

process.exitCode = main(process.cwd());
