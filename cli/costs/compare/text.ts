import { colours } from "../../view/colours";
import { type Comparison, isPriced, isRefused, type VendorOption } from "./compared";
import { gapWords, head, optionCells, refusalWords, titleOf } from "./words";

/** Vendors for a person: a table for each stack and place, and what no sum says. */
export function comparisonText(comparisons: readonly Comparison[], verbose: boolean): string {
  const more = verbose ? [] : ["USD a month for the whole stack; --verbose names the gaps"];
  return [...comparisons.map((one) => tableText(one, verbose)), ...more].join("\n\n");
}

function tableText(comparison: Comparison, verbose: boolean): string {
  const priced = comparison.options.filter(isPriced);
  const rows = [[...head], ...priced.map(optionCells)];
  const notes = comparison.options.flatMap((option) => notesOf(option, verbose));
  return [colours.bold(titleOf(comparison)), aligned(rows), ...notes].join("\n");
}

/** Vendors on the left, numbers on the right of their columns. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!)))
        .join("  "),
    )
    .join("\n");
}

function notesOf(option: VendorOption, verbose: boolean): string[] {
  const { vendor } = option;
  if (isRefused(option)) {
    return refusalWords(option).map(
      (words) => `${colours.red(`${vendor} is not possible`)}: ${words}`,
    );
  }
  const gaps = verbose && option.gaps.length > 0 ? [`${vendor} lacks ${gapWords(option)}`] : [];
  return [...gaps, ...option.notPriced.map((why) => `${vendor}, not priced: ${why}`)];
}
