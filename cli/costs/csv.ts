import type { Scenarios } from "../../catalogue/usage/meter";
import { csvText } from "../../core/csv";
import type { StackBill } from "./bill";
import { billJson } from "./json";
import type { StackJson } from "./schema";

/** A cell: text, or a number that a spreadsheet is to reckon with. */
type Cell = string | { number: string };

/**
 * Bills for a spreadsheet, by RFC 4180 with a head: every line, and what is not priced without a sum; with another side,
 * every difference. Totals are left out, since whoever adds a column up would count them.
 */
export function billCsv(bills: readonly StackBill[]): string {
  const { stacks } = billJson(bills);
  const compared = stacks.some(({ change }) => change);
  const rows = compared
    ? [changeHead, ...stacks.flatMap(changeRows)]
    : [lineHead, ...stacks.flatMap((stack) => [...lineRows(stack), ...unpricedRows(stack)])];
  return rows.map((row) => row.map(cellText).join(",")).join("\r\n");
}

const lineHead = [
  ...["stack", "component", "resource", "kind", "vendor", "sku", "item"],
  ...["quantity_low", "quantity_expected", "quantity_high", "unit", "included", "price_usd"],
  ...["low_usd", "expected_usd", "high_usd"],
  ...["region", "stands_in", "confidence", "as_of", "source", "assumptions"],
];

function lineRows({ stack, lines }: StackJson): Cell[][] {
  return lines.map((line) => [
    ...[stack, line.component, line.resource, line.kind, line.vendor, line.sku, line.item],
    ...three(line.quantity),
    line.unit,
    { number: line.included },
    { number: line.price },
    ...three(line.monthlyUsd),
    ...[line.region ?? "", line.standsIn ?? "", line.confidence, line.asOf ?? "", line.source],
    line.assumptions.join("; "),
  ]);
}

function unpricedRows({ stack, notPriced }: StackJson): Cell[][] {
  const nothing = (cells: number) => Array<Cell>(cells).fill("");
  return notPriced.map(({ resource, component, type, reason }) => [
    ...[stack, component, resource, "not-priced", "", "", type],
    ...nothing(lineHead.length - 8),
    reason,
  ]);
}

const changeHead = [
  ...["stack", "against", "change", "component", "resource", "kind", "vendor", "sku", "item"],
  ...["before", "after", "delta"].flatMap((side) =>
    ["low", "expected", "high"].map((scenario) => `${side}_${scenario}_usd`),
  ),
];

function changeRows({ stack, change }: StackJson): Cell[][] {
  const { against, lines } = change ?? { against: "", lines: [] };
  const signs = { "+": "added", "~": "changed", "-": "removed" } as const;
  return lines.map((line) => [
    ...[stack, against, signs[line.sign], line.component, line.resource],
    ...[line.kind, line.vendor, line.sku, line.item],
    ...three(line.before),
    ...three(line.after),
    ...three(line.delta),
  ]);
}

function three({ low, expected, high }: Scenarios<string>): Cell[] {
  return [low, expected, high].map((number) => ({ number }));
}

function cellText(cell: Cell): string {
  return typeof cell === "string" ? csvText(cell) : cell.number;
}
