import { markdownText } from "../../../report/markdown-text";
import { type Comparison, isPriced, isRefused, type VendorOption } from "./compared";
import { gapWords, optionCells, refusalWords, titleOf } from "./words";

/** Vendors for a pull request or a page. */
export function comparisonMarkdown(comparisons: readonly Comparison[]): string {
  return comparisons
    .flatMap((comparison) => [
      `### Cost a month: ${markdownText(titleOf(comparison))}`,
      "",
      ...comparisonTable(comparison),
      "",
    ])
    .join("\n")
    .trimEnd();
}

/** The table alone, in US dollars, with what no sum says behind it. */
export function comparisonTable({ options }: Comparison): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const priced = options.filter(isPriced);
  const notes = options.flatMap(notesOf).map((note) => `- ${note}`);
  return [
    line(["Vendor", "Low", "Expected", "High", "To now", "Gaps"]),
    line(["---", "---:", "---:", "---:", "---:", "---:"]),
    ...priced.map((option) => line(optionCells(option))),
    ...(notes.length > 0 ? ["", ...notes] : []),
  ];
}

function notesOf(option: VendorOption): string[] {
  const { vendor } = option;
  if (isRefused(option)) {
    return refusalWords(option).map((words) => `${vendor} is not possible: ${markdownText(words)}`);
  }
  const gaps = option.gaps.length > 0 ? [`${vendor} lacks ${gapWords(option)}`] : [];
  return [...gaps, ...option.notPriced.map((why) => `${vendor}, not priced: ${markdownText(why)}`)];
}
