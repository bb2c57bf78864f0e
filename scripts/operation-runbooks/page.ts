import type { OperationCommand } from "../../cli/operation-command";
import { rhythms } from "../../operations/upkeep/rhythms";
import { guidance } from "./guidance";

export const notice =
  "<!-- Written by scripts/generate-operation-runbooks.ts from cli/operation-commands.ts and scripts/operation-runbooks. -->";

/** `ops` of `ops <plan> <stack>`. */
export const nameOf = ({ usage }: Pick<OperationCommand, "usage">): string =>
  usage.split(" ")[0] ?? usage;

export type Described = Pick<OperationCommand, "usage" | "does" | "options" | "examples">;

/** The page of one operation. */
export function operationPage(command: Described): string {
  const name = nameOf(command);
  const known = Object.hasOwn(guidance, name) ? guidance[name] : undefined;
  return [
    ...[`# ${name}`, notice, sentence(command.does)],
    ...(known ? ["## When", known.when] : []),
    ...(known?.before ? ["## Before", list(known.before)] : []),
    ...["## Command", fenced(command), ...optionTable(command)],
    ...(name === "ops" ? ["## Steps", stepTable()] : []),
    ...["## Exit codes", exitCodes],
    ...(known ? ["## Afterwards", list(known.after)] : []),
    ...(recorded.has(name) ? [record] : []),
  ].join("\n\n");
}

/** The page that lists them. */
export function indexPage(commands: readonly Described[]): string {
  const rows = commands.map((one) => `| [${nameOf(one)}](./${nameOf(one)}.md) | ${one.does} |`);
  const head = ["| Operation | Does |", "| --- | --- |", ...rows].join("\n");
  return ["# Operations", notice, head].join("\n\n");
}

/** Operations that leave a record. */
const recorded = new Set(["drift", "drill", "import", "ops", "recover", "rollback", "smoke"]);
const record =
  "Each run leaves a line in the stack's audit history; `npx groundwork history <stack>` shows it.";

const exitCodes =
  "0: clean. 1: a finding, a refusal, or a mistake in the person's own files. 2: a vendor, the engine or the machine did not do its part.";

const list = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join("\n");
const sentence = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;

function fenced({ examples }: Described): string {
  const lines = examples.map(([line, what]) => `npx ${line} # ${what}`);
  return ["```bash", ...lines, "```"].join("\n");
}

function optionTable({ options = [] }: Described): string[] {
  if (options.length === 0) return [];
  const rows = options.map(({ flags, says, otherwise }) => {
    const left = otherwise === undefined || otherwise === false ? "" : `\`${String(otherwise)}\``;
    return `| \`${flags}\` | ${says} | ${left} |`;
  });
  return [["| Option | Means | Left out |", "| --- | --- | --- |", ...rows].join("\n")];
}

function stepTable(): string {
  const rows = Object.entries(rhythms).flatMap(([rhythm, steps]) =>
    steps.map(({ name, adapter, reads, ...step }) => {
      const changes = "changes" in step && step.changes ? step.changes : "nothing";
      return `| ${rhythm} | ${name} | ${adapter} | ${reads} | ${changes} |`;
    }),
  );
  const head = ["| Plan | Step | By | Reads | Changes |", "| --- | --- | --- | --- | --- |"];
  return [...head, ...rows].join("\n");
}
