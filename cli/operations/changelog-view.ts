import { groupBy } from "../../core/group";
import type { Changelog, ChangelogEntry } from "../../operations/changelog/model";
import { changelogKinds } from "../../operations/changelog/model";
import { markdownCode, markdownText } from "../../report/markdown-text";

/** The changelog of one stack, and the lines of its history that nobody can read. */
export interface StackChangelog extends Changelog {
  stack: string;
  file: string;
  unreadable: readonly number[];
}

const titles: Readonly<Record<ChangelogEntry["kind"], string>> = {
  deployments: "Deployments",
  configuration: "Configuration",
  security: "Security",
  performance: "Performance",
  operations: "Operations and process",
};

/** Longest line of a record that is written out. */
const longest = 600;

/** For a terminal. */
export function changelogText(told: StackChangelog): string {
  const { stack, entries, quiet } = told;
  const blocks = entries.flatMap((entry) => [
    [entry.at, entry.kind, headOf(entry)].join("  "),
    ...entry.lines.map((line) => `    ${plain(line)}`),
  ]);
  const nothing = entries.length + quiet.length === 0;
  return [
    nothing ? `${stack}: nothing is recorded` : `${stack}:`,
    ...blocks,
    ...quietLines(told),
    ...told.unreadable.map((line) => `line ${line} of ${told.file}: unreadable`),
  ].join("\n");
}

/** For a repository or an audit: by day, and by kind. Nothing in a record is markup. */
export function changelogMarkdown(all: readonly StackChangelog[], since: Date | undefined): string {
  const from = since ? ` since ${since.toISOString().slice(0, 10)}` : "";
  return all
    .map((told) =>
      [
        `# Changelog of ${markdownText(told.stack)}${from}`,
        ...(told.entries.length === 0 ? ["Nothing was changed."] : []),
        ...[...groupBy(told.entries, ({ at }) => at.slice(0, 10))].map(dayMarkdown),
        ...quietLines(told).map((line) => markdownText(line)),
        ...told.unreadable.map((line) => `Line ${line} of the audit history cannot be read.`),
      ].join("\n\n"),
    )
    .join("\n\n");
}

function dayMarkdown([day, entries]: readonly [string, readonly ChangelogEntry[]]): string {
  const kinds = changelogKinds.flatMap((kind) => {
    const own = entries.filter((entry) => entry.kind === kind);
    return own.length > 0 ? [`### ${titles[kind]}\n\n${own.map(entryMarkdown).join("\n")}`] : [];
  });
  return [`## ${day}`, ...kinds].join("\n\n");
}

function entryMarkdown(entry: ChangelogEntry): string {
  const { at, what, result, by, commit, digest } = entry;
  const facts = [
    `${at.slice(11, 16)} UTC`,
    ...(result === "done" ? [] : [result]),
    `by ${markdownText(by)}`,
    ...(commit === undefined ? [] : [`commit ${markdownCode(shortCommit(commit))}`]),
    ...(digest === undefined ? [] : [`digest ${markdownCode(digest)}`]),
  ];
  const lines = entry.lines.map((line) => `  - ${markdownText(line, longest)}`);
  return [`- **${markdownText(what)}** (${facts.join(", ")})`, ...lines].join("\n");
}

function headOf({ what, result, by, commit, digest }: ChangelogEntry): string {
  return [
    ...[result === "done" ? what : `${what} (${result})`, `by ${plain(by)}`],
    ...(commit === undefined ? [] : [`commit ${shortCommit(commit)}`]),
    ...(digest === undefined ? [] : [`digest ${digest.slice(0, 16)}`]),
  ].join(", ");
}

function quietLines({ quiet }: Changelog): string[] {
  if (quiet.length === 0) return [];
  const counts = quiet.map(({ operation, times }) => `${operation} ${times}`).join(", ");
  return [`Checked without a finding: ${counts} times.`.replace(/\b1 times\.$/, "1 time.")];
}

/** As git shows it; what follows a commit that was not clean stays. */
const shortCommit = (commit: string) => commit.replace(/^([0-9a-f]{12})[0-9a-f]{28}/, "$1");

/** On one line, and without what would steer a terminal. */
function plain(line: string): string {
  const clean = line.replace(/\p{Cc}/gu, " ");
  return clean.length > longest ? `${clean.slice(0, longest)}…` : clean;
}
