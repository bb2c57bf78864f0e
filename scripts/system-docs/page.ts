import type { System } from "./systems";

/** The page of systems; links count from docs. */
export function systemsPage(systems: readonly System[]): string {
  const rows = systems.map(
    ({ system, usedFor, ways, does, where }) =>
      `| ${cell(system)} | ${cell(usedFor)} | ${ways.join(", ")} | ${cell(does)} | ${where.map(link).join(", ")} |`,
  );
  return [
    "# Systems",
    "",
    "<!-- From docs/systems.json; npm run generate writes it. -->",
    "",
    `The ${systems.length} systems of others that the product meets, and what the project does for each: a \`component\` declares it, a \`file\` is rendered for its own tool, a \`workflow\` or a \`command\` runs it, \`rules\` judge how it is used. Where nothing is done, the row says why.`,
    "",
    "| System | Used for | By | What is done | Where |",
    "| ------ | -------- | -- | ------------ | ----- |",
    ...rows,
    "",
  ].join("\n");
}

/** A bar would end the cell. */
const cell = (text: string) => text.replaceAll("|", "\\|");

function link(file: string): string {
  const target = file.startsWith("docs/") ? file.slice("docs/".length) : `../${file}`;
  return `[${file}](${target})`;
}
