import { csvText } from "../../../core/csv";
import { exactAmounts } from "../money";
import type { Amounts } from "../../../cost/scenarios";
import { type Comparison, isRefused, type VendorOption } from "./compared";
import { refusalWords } from "./words";

const sides = ["total", "delta"].flatMap((side) =>
  ["low", "expected", "high"].map((scenario) => `${side}_${scenario}_usd`),
);
const head = ["stack", "axis", "vendor", "state", ...sides, "gaps", "notes"];

/** Vendors for a spreadsheet, by RFC 4180 with a head. */
export function comparisonCsv(comparisons: readonly Comparison[]): string {
  const rows = comparisons.flatMap(({ stack, axis, options }) =>
    options.map((option) => [csvText(stack), axis, csvText(option.vendor), ...cells(option)]),
  );
  return [head, ...rows].map((row) => row.join(",")).join("\r\n");
}

/** Numbers stay numbers, so that a spreadsheet reckons with them. */
function cells(option: VendorOption): string[] {
  if (isRefused(option)) {
    return ["refused", ...sides.map(() => ""), "", csvText(refusalWords(option).join("; "))];
  }
  const { isNow, total, delta, gaps, notPriced } = option;
  const numbers = [total, delta].flatMap(three);
  const notes = csvText(notPriced.join("; "));
  return [isNow ? "now" : "possible", ...numbers, String(gaps.length), notes];
}

function three(amounts: Amounts): string[] {
  const { low, expected, high } = exactAmounts(amounts);
  return [low, expected, high];
}
