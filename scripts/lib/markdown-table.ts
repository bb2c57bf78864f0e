/** What cannot stand in a cell as it is. */
export function escaped(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("<", "&lt;").replaceAll("*", "\\*");
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => escaped(cell)).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** A source that is an address alone becomes a link; any other is told as it is. */
export function link(source: string): string {
  if (!/^https:\/\/\S+$/.test(source)) return escaped(source);
  const { hostname, pathname } = new URL(source);
  const page = pathname.replace(/\/$/, "");
  return `[${hostname.replace(/^www\./, "")}${page}](${source})`;
}
