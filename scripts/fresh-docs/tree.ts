import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

/** Pages that people write; those of components, rules, operations and figures are made from the program and held to it. */
const byHand: readonly string[] = [
  "README.md",
  "AGENTS.md",
  "docs/auditors.md",
  "docs/guides/**/*.md",
  "docs/runbooks/*.md",
];

export const pagesByHand = (root: string): string[] => filesOf(root, byHand);

export const matchesIn =
  (root: string) =>
  (glob: string): boolean =>
    filesOf(root, [glob]).length > 0;

/** What git has or would take, so that what a run leaves behind counts for nothing. */
function filesOf(root: string, globs: readonly string[]): string[] {
  const patterns = globs.map((glob) => `:(glob)${glob}`);
  const args = ["ls-files", "--cached", "--others", "--exclude-standard", "--", ...patterns];
  const text = execFileSync("git", args, { cwd: root, encoding: "utf8" });
  const files = text.split("\n").filter((file) => file && existsSync(path.join(root, file)));
  return [...new Set(files)].sort();
}
