import type { AxisName } from "../../cli/costs/compare/axes";
import { type Comparison, isRefused, type PricedOption } from "../../cli/costs/compare/compared";
import { comparisonTable } from "../../cli/costs/compare/markdown";
import { refusalWords } from "../../cli/costs/compare/words";
import { cents, signed, units } from "../../cli/costs/money";
import { groupBy } from "../../core/group";
import type { CostLine } from "../../cost/model";
import { sumAmounts } from "../../cost/scenarios";
import { table } from "../lib/markdown-table";

/** How a stack file says who does it. */
const settings: Readonly<Record<AxisName, string>> = {
  hosting: "`groundwork:hosting.vendor`",
  services: "`groundwork:services.<name>.vendor`",
};

// Requirement: CONF-02
/** What stands on a vendor's page: what the whole stack costs with it, and what of that goes to the vendor. */
export function vendorPart(vendor: string, comparisons: readonly Comparison[]): string {
  const parts = comparisons.flatMap((comparison) => {
    const option = comparison.options.find((one) => one.vendor === vendor);
    if (!option) return [];
    if (isRefused(option)) {
      return [`${intro(comparison)} is not possible: ${refusalWords(option).join("; ")}`];
    }
    return [
      `${intro(comparison)} costs ${sums(option)} US dollars a month, low, expected and high: ${toNow(option)}. ${gapWords(option)}`,
      ...ownLines(vendor, option),
      ...notPriced(option),
    ];
  });
  return parts.join("\n\n");
}

function intro({ stack, axis }: Comparison): string {
  return `The stack \`${stack}\` of this repository with this vendor in ${settings[axis]}`;
}

function sums({ total: { low, expected, high } }: PricedOption): string {
  return [low, expected, high].map((one) => `**${cents(one)}**`).join(", ");
}

function toNow({ isNow, delta }: PricedOption): string {
  return isNow ? "it is what the stack file says" : `${signed(delta.expected)} to now`;
}

function gapWords({ gaps }: PricedOption): string {
  if (gaps.length === 0) return "Nothing that it asks for is missing.";
  return `It asks ${gaps.length} times for something that the vendor does not do.`;
}

/** What the vendor itself is paid, account included: each price once. */
function ownLines(vendor: string, { lines }: PricedOption): string[] {
  const own = lines.filter(
    ({ price, monthlyUsd }) => price.vendor === vendor && isPaid(monthlyUsd),
  );
  if (own.length === 0) return [];
  const rows = [...groupBy(own, ({ price }) => price.sku).values()].map((alike) => {
    const { item, unit } = alike[0]!.price;
    const { expected } = sumAmounts(alike.map(({ quantity }) => quantity));
    const paid = sumAmounts(alike.map(({ monthlyUsd }) => monthlyUsd));
    const quantity = `${units(expected.toDecimalPlaces(2))} ${unit}`;
    return [item, quantity, ...[paid.low, paid.expected, paid.high].map(cents)];
  });
  const head = ["To the vendor", "Expected quantity", "Low", "Expected", "High"];
  return [table(head, rows), rests(own)];
}

const isPaid = ({ low, expected, high }: CostLine["monthlyUsd"]) =>
  [low, expected, high].some((one) => !one.isZero());

/** Sentences; meters stand in docs/costs.md. */
function rests(lines: readonly CostLine[]): string {
  const said = lines.flatMap((line) => line.rests).filter((one) => one.includes(" "));
  const all = [...new Set(said)];
  return all.length === 0 ? "" : `It rests on this: ${all.join("; ")}.`;
}

function notPriced({ notPriced: reasons }: PricedOption): string[] {
  return reasons.length === 0 ? [] : [`Not priced: ${reasons.join("; ")}.`];
}

/** What stands on the index: every vendor of a place beside the others. */
export function indexPart(comparisons: readonly Comparison[]): string {
  return comparisons
    .flatMap(({ axis, ...rest }) => [
      `### ${axis === "hosting" ? "The site" : "The services"}`,
      `By ${settings[axis]}, in US dollars a month for the whole stack \`${rest.stack}\`, now at ${rest.now.join(", ")}.`,
      comparisonTable({ axis, ...rest }).join("\n"),
    ])
    .join("\n\n");
}
