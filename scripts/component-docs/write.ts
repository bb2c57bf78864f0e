import type { ArgsField, ArgsTable } from "./read";

const begin =
  "<!-- args: begin, written by scripts/generate-component-docs.ts from the doc comments -->";
const end = "<!-- args: end -->";

/** The page with its tables of args written anew; everything outside the two marks stays. */
export function withTables(page: string, tables: readonly ArgsTable[]): string {
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`the page lacks the lines "${begin}" and "${end}"`);
  const text = tables.map((table, index) => section(table, index === 0)).join("\n\n");
  return `${page.slice(0, from)}${begin}\n\n${text}\n\n${page.slice(to)}`;
}

function section({ name, summary, fields }: ArgsTable, isRoot: boolean): string {
  const head = isRoot ? [] : [`### \`${name}\``, summary];
  const rows = [
    "| Arg | Type | Default | What it does |",
    "| --- | --- | --- | --- |",
    ...fields.map(row),
  ];
  return [...head, rows.join("\n")].filter(Boolean).join("\n\n");
}

function row(field: ArgsField): string {
  const fallback = field.required ? "**required**" : field.default ? code(field.default) : "";
  return `| \`${field.name}\` | ${code(field.type)} | ${fallback} | ${cell(field.description)} |`;
}

/** Prose stays prose: a default may be a sentence. */
function code(text: string): string {
  const isProse = /^[a-z]+ [a-z]+ /.test(text);
  return isProse ? cell(text) : `\`${cell(text)}\``;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
