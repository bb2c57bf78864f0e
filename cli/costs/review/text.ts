import { colours } from "../../view/colours";
import { table } from "../../view/table";
import { cents, dollars, signed } from "../money";
import type { Limit, Review, VendorReview } from "./review";

/** A month's review for a person: a row a vendor, then limits and advice. */
export function reviewText(review: Review): string {
  const { stack, month, total, vendors, limits, savings } = review;
  const head = ["vendor", "low", "expected", "high", "actual", "drift"];
  const blocks = [
    `${colours.bold(stack)}  ${month}: ${dollars(total.expected)} expected a month, ${dollars(total.low)} low, ${dollars(total.high)} high`,
    table([head, ...vendors.map(rowOf)]),
    vendors.flatMap(sourceOf).join("\n"),
    limits.map(limitText).join("\n"),
    savings.length > 0
      ? ["advice, each by itself; what is saved a month:", ...savings.map(savingText)].join("\n")
      : "advice: nothing above $1.00 a month that the rules allow",
  ];
  return blocks.filter(Boolean).join("\n\n");
}

function rowOf({ vendor, estimate, actual }: VendorReview): string[] {
  const sums = [cents(estimate.low), cents(estimate.expected), cents(estimate.high)];
  if (!("usd" in actual)) return [vendor, ...sums, "-", `not read: ${actual.notRead}`];
  const { usd, percent } = actual.drift;
  const share = percent ? `${percent.gt(0) ? "+" : ""}${percent.toFixed(1)} %` : "not expected";
  return [vendor, ...sums, cents(actual.usd), `${signed(usd)} (${share})`];
}

function sourceOf({ vendor, actual }: VendorReview): string[] {
  if (!("usd" in actual)) return [];
  const { period, source, only, drift } = actual;
  const about = only ? `, for ${only}` : "";
  return [
    `${vendor}: ${period}, by ${source}${about}; expected of that ${dollars(drift.expected)}`,
  ];
}

function limitText({ of, usd, limit, state }: Limit): string {
  const text = `${of}: ${dollars(usd)} of ${dollars(limit)}: ${state}`;
  return state === "above" ? colours.red(text) : text;
}

function savingText({ usd, title, setting, of, lost }: Review["savings"][number]): string {
  const more = of.length > 3 ? ` and ${of.length - 3} more` : "";
  const names = `${of.slice(0, 3).join(", ")}${more}`;
  return `  ${dollars(usd)}  ${title} (${names})\n    set ${setting}\n    lost: ${lost}`;
}
