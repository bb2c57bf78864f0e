const begin = "<!-- examples: begin, from the @example tags of the component's class -->";
const end = "<!-- examples: end -->";

const labels = ["The smallest:", "A realistic one:"];

/** The programs of the `@example` tags of the exported class, in their order. */
export function examplesOf(source: string): string[] {
  const comment = /\/\*\*((?:(?!\*\/)[^])*)\*\/\s*export class /.exec(source)?.[1] ?? "";
  const lines = comment.split("\n").map((line) => line.replace(/^\s*\* ?/, ""));
  const [, ...examples] = lines.join("\n").split(/^@example *$/m);
  return examples.map((example) => example.split(/^@/m)[0]?.trim() ?? "");
}

/** The page with its examples written anew, where it has the two marks; else as it is. */
export function withExamples(page: string, examples: readonly string[]): string {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0) return page;
  if (to < from || examples.length === 0) {
    throw new Error(`the page has "${begin}" without "${end}", or the class has no example`);
  }
  const text = examples.flatMap((example, at) => [
    labels[at] ?? "Another:",
    `\`\`\`ts\n${example}\n\`\`\``,
  ]);
  return `${page.slice(0, from)}${begin}\n\n${text.join("\n\n")}\n\n${page.slice(to)}`;
}
