import { colours } from "../view/colours";

/** A row of a bill: what it is, and its sums as text. */
export interface Columns {
  label: string;
  low: string;
  expected: string;
  high: string;
  strong?: boolean;
}

/** Longest label that is kept on the line of its sums; a longer one has a line by itself. */
const widest = 80;

/** Labels on the left, sums on the right of their columns. */
export function columns(rows: readonly Columns[]): string {
  const label = Math.max(...rows.map((row) => Math.min(row.label.length, widest)));
  const width = Math.max(...rows.flatMap((row) => sumsOf(row).map(({ length }) => length)));
  return rows
    .map((row) => {
      const sums = sumsOf(row).map((sum) => sum.padStart(width + 2));
      const gap = row.label.length > label ? `\n${" ".repeat(label)}` : "";
      const line = `${row.label.padEnd(label)}${gap}${sums.join("")}`;
      return row.strong ? colours.bold(line) : line;
    })
    .join("\n");
}

function sumsOf({ low, expected, high }: Columns): string[] {
  return [low, expected, high];
}
