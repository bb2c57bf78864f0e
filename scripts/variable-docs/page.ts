import { table } from "../lib/markdown-table";
import type { Collected, Row } from "./collect";

/** What each stack declares, by its name. */
export type ByStack = readonly (readonly [stack: string, collected: Collected])[];

/** The page: every name, and never a value. */
export function variablesPage(stacks: ByStack, jobs: readonly Row[]): string {
  const part = (of: keyof Collected) =>
    merged(stacks.flatMap(([stack, all]) => all[of].map((row) => ({ ...row, stack }))));
  return [
    "# Variables and secrets",
    "<!-- From the stack files and workflows; npm run generate writes it. -->",
    "Every name that the example product, its services and its pipeline read, with where the value comes from. No value stands here: plain ones are in the stack files, secrets are encrypted there or made by the program. A row without an environment of its own holds for each stack that it names.",
    "## Secrets",
    "From `groundwork:secretRegistry`. `npx groundwork rotate <stack> <name>` plans another value of one that the program makes; `pulumi config set --secret --path 'groundwork:secrets.<name>'` sets the others.",
    table(
      ["Name", "What it does", "Owner", "Made", "Goes to", "Replaced within", "Stacks"],
      part("secrets"),
    ),
    "## Variables of the site",
    "From `groundwork:hosting.variables`; secrets of the registry that go to the site stand above.",
    table(["Name", "From", "Seen by", "Stacks"], part("site")),
    "## Variables of services",
    "From `groundwork:services.<name>.env` and `.secrets`.",
    table(["Name", "Service", "From", "Stacks"], part("services")),
    "## Variables of jobs",
    "What steps of the workflows hand to commands. A person who runs a command sets the same variables; [the pipeline](guides/pipeline.md) says whose tokens they are.",
    table(["Name", "On GitHub", "Handed to"], gathered(jobs)),
  ].join("\n\n");
}

/** One line for what several stacks say alike, in the order of names. */
function merged(rows: readonly (Row & { stack: string })[]): string[][] {
  const lines = new Map<string, { row: Row; stacks: string[] }>();
  for (const { stack, ...row } of rows) {
    const key = JSON.stringify([row.name, row.cells]);
    const line = lines.get(key) ?? { row, stacks: [] };
    lines.set(key, { row, stacks: [...new Set([...line.stacks, stack])] });
  }
  return [...lines.values()]
    .sort((a, b) => compare(a.row.name, b.row.name))
    .map(({ row, stacks }) => [`\`${row.name}\``, ...row.cells, stacks.join(", ")]);
}

/** One line for each variable and its source, with all that get it. */
function gathered(rows: readonly Row[]): string[][] {
  const lines = new Map<string, { name: string; from: string; users: Set<string> }>();
  for (const {
    name,
    cells: [from = "", user = ""],
  } of rows) {
    const key = `${name} ${from}`;
    const line = lines.get(key) ?? { name, from, users: new Set() };
    line.users.add(user);
    lines.set(key, line);
  }
  return [...lines.values()]
    .sort((a, b) => compare(a.name, b.name) || compare(a.from, b.from))
    .map(({ name, from, users }) => [`\`${name}\``, from, [...users].join(", ")]);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
