import type { MarkedFile } from "./markers";
import { type Section, traced, type TracedRow } from "./rows";

const head = `# Requirements

Which file answers for which requirement. Written by \`scripts/generate-requirements.ts\` from \`docs/requirements.json\`
and from the markers \`Requirement: <row>\` in the comments of code and tests; \`npm run generated\` fails when a marker
names no row, when a row has neither a marker nor a reason, and when this page is stale.`;

/** The page, not yet formatted. */
export function requirementsPage(
  sections: readonly Section[],
  files: readonly MarkedFile[],
): string {
  return [head, ...sections.map((section) => sectionText(section, files))].join("\n\n") + "\n";
}

function sectionText({ title, rows }: Section, files: readonly MarkedFile[]): string {
  const all = traced(rows, files);
  const covered = all.filter(({ reason }) => !reason).length;
  return [
    `## ${title}`,
    `${covered} of ${all.length} rows.`,
    ["| Row | What it asks | Code | Test |", "| --- | --- | --- | --- |", ...all.map(rowText)].join(
      "\n",
    ),
  ].join("\n\n");
}

function rowText({ id, title, reason, note, code, tests }: TracedRow): string {
  const what = note ? `${title}. ${note}` : title;
  const where = reason ? `_${reason}_` : links(code);
  return `| ${id} | ${cell(what)} | ${cell(where)} | ${links(tests)} |`;
}

function links(files: readonly string[]): string {
  return files.map((file) => `[${file}](../${file})`).join("<br>");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
