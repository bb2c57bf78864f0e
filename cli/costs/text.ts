import { colours } from "../view/colours";
import { findingsText } from "../view/results";
import type { Amounts } from "../../cost/scenarios";
import type { StackBill } from "./bill";
import { changeText } from "./change-text";
import { type Columns, columns } from "./columns";
import { cents, dollars } from "./money";
import { type BillGroup, billGroups, marks, marksOf, rowTitle } from "./rows";
import {
  arithmetic,
  assumptionWords,
  budgetWords,
  elsewhereWords,
  resourceWords,
  shareWords,
  unpricedWords,
} from "./words";

/** How many names of resources a list shows. */
const shownNames = 3;

/** Bills for a person: by component and price, and with `verbose` by resource, with all that is assumed. */
export function billText(bills: readonly StackBill[], verbose: boolean): string {
  const texts = bills.map((bill) => stackText(bill, verbose));
  const more = verbose ? [] : ["--verbose shows each resource and each assumption"];
  return [...texts, ...more].join("\n\n");
}

function stackText(bill: StackBill, verbose: boolean): string {
  const { stack, estimate, change, set, budget } = bill;
  const { low, expected, high } = estimate.total;
  const above = budget.state === "above";
  const blocks = [
    [
      `${colours.bold(stack)}  ${dollars(expected)} expected a month, ${dollars(low)} low, ${dollars(high)} high`,
      ...set.map((given) => `with ${given}`),
      `budget: ${above ? colours.red(budgetWords(bill)) : budgetWords(bill)}`,
    ].join("\n"),
    linesText(bill, verbose),
    legend(bill),
    findingsText(bill.results),
    notesText(bill, verbose),
    verbose && list("rests on", assumptionWords(bill)),
    change && changeText(change, bill.increase),
  ];
  return blocks.filter(Boolean).join("\n\n");
}

function linesText({ estimate }: StackBill, verbose: boolean): string {
  const groups = billGroups(estimate.lines);
  const rows: Columns[] = groups.flatMap((group) => [
    { label: group.title, ...shown(group.amounts), strong: true },
    ...(verbose ? resourceRows(group) : priceRows(group)),
  ]);
  const head = { label: "USD a month", low: "low", expected: "expected", high: "high" };
  const total = { label: "total", ...shown(estimate.total), strong: true };
  return columns([head, ...rows, total]);
}

function priceRows({ rows }: BillGroup): Columns[] {
  return rows.map((row) => ({ label: `  ${rowTitle(row)}`, ...shown(row.amounts) }));
}

/** Each line by itself, with its arithmetic. */
function resourceRows({ rows }: BillGroup): Columns[] {
  return rows.flatMap((row) =>
    row.lines.map((line) => {
      const whose = resourceWords(line.resource);
      const where = line.price.region && `(${line.price.region})`;
      const title = [`  ${whose}: ${row.title}`, where, marksOf(line)].filter(Boolean).join(" ");
      return { label: `${title}, ${arithmetic(line)}`, ...shown(line.monthlyUsd) };
    }),
  );
}

function shown({ low, expected, high }: Amounts) {
  return { low: cents(low), expected: cents(expected), high: cents(high) };
}

function legend({ estimate }: StackBill): string {
  const used = estimate.lines.map(marksOf).join("");
  const told = Object.entries(marks).filter(([mark]) => used.includes(mark));
  return told.map(([mark, meaning]) => `${mark} ${meaning}`).join("\n");
}

function notesText(bill: StackBill, verbose: boolean): string {
  const { free, notPriced } = bill.estimate;
  const names = verbose ? notPriced.length : shownNames;
  const nothing = new Set(free.map(({ resource }) => resource)).size;
  return [
    ...shareWords(bill),
    ...unpricedWords(notPriced, names).map((text) => `  ${text}`),
    nothing > 0 && `free by themselves: ${nothing} resources`,
    ...elsewhereWords(bill),
  ]
    .filter(Boolean)
    .join("\n");
}

function list(title: string, texts: readonly string[]): string {
  return texts.length === 0 ? "" : [`${title}:`, ...texts.map((text) => `  ${text}`)].join("\n");
}
