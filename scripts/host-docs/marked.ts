/** What is generated in a page stands between these, under a heading of its own. */
export const heading = "## What the example product costs on it";
export const begin =
  "<!-- cost: begin, written by scripts/generate-host-docs.ts from the estimate -->";
export const end = "<!-- cost: end -->";

/** The page with another generated part; a page that has none yet gets it at its end. */
export function withPart(page: string, part: string): string {
  const block = `${begin}\n\n${part}\n\n${end}`;
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from >= 0 && to > from) return page.slice(0, from) + block + page.slice(to + end.length);
  return `${page.trimEnd()}\n\n${heading}\n\n${block}\n`;
}
