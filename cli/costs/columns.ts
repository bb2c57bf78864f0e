import { colours } from "../view/colours";

/** A row of a bill: what it is, and its sums as text. */
export interface Columns {
  label: string;
  low: string;
  expected: string;
  high: string;
  strong?: boolean;
}

/** Longest label that is kept on the line of its sums. */
const widest = 100;

/** Labels on the left, sums on the right of their columns. */
export function columns(rows: readonly Columns[]): string {
  const label = Math.max(...rows.map((row) => Math.min(row.label.length, widest)));
  const width = Math.max(...rows.flatMap((row) => sumsOf(row).map(({ length }) => length)));
  return rows
    .map((row) => {
      const sums = sumsOf(row).map((sum) => sum.padStart(width + 2));
      const line = `${row.label.padEnd(label)}${sums.join("")}`;
      return row.strong ? colours.bold(line) : line;
    })
    .join("\n");
}

function sumsOf({ low, expected, high }: Columns): string[] {
  return [low, expected, high];
}
