import { groupBy } from "../../core/group";
import type { CostLine, LineKind } from "../../cost/model";
import { type Amounts, sumAmounts } from "../../cost/scenarios";
import type { LineChange, Sums } from "./difference";
import { minus } from "./money";

/** Lines of one price in one component, as a report shows them together. */
export interface BillRow {
  title: string;
  marks: string;
  lines: readonly CostLine[];
  amounts: Amounts;
}

export interface BillGroup {
  /** Name of the component, or `account vercel`. */
  title: string;
  rows: readonly BillRow[];
  amounts: Amounts;
}

/** What a mark behind a title says. Only those that a report uses are explained in it. */
export const marks = {
  "*": "depends on use",
  "?": "a price of low confidence",
  "^": "the price of another region, since that of its own is not known here",
} as const;

/** A bill by component, dearest first; what accounts are billed or granted follows. */
export function billGroups(lines: readonly CostLine[]): BillGroup[] {
  const groups = [...groupBy(lines, titleOf)].map(([title, own]): BillGroup => {
    const rows = [...groupBy(own, rowOf).values()].map(billRow);
    return { title, rows: rows.sort(dearestFirst), amounts: sumOf(own) };
  });
  return groups.sort(
    (a, b) => Number(isAccount(a.title)) - Number(isAccount(b.title)) || dearestFirst(a, b),
  );
}

/** `4 × Alarm (standard)`, with its marks. */
export function rowTitle({ title, lines, marks }: BillRow): string {
  const count = lines.length > 1 ? `${lines.length} × ` : "";
  return [`${count}${title}`, marks].filter(Boolean).join(" ");
}

/** What each kind of line is called where it is no charge. */
const kindWords: Readonly<Partial<Record<LineKind, string>>> = {
  allowance: "free units: ",
  volume: "lower price by volume: ",
  credit: "credit: ",
};

function billRow(lines: readonly CostLine[]): BillRow {
  const [first] = lines;
  return {
    title: first ? lineTitle(first) : "",
    marks: first ? marksOf(first) : "",
    lines,
    amounts: sumOf(lines),
  };
}

export function lineTitle({ kind, price }: Pick<CostLine, "kind" | "price">): string {
  return `${kindWords[kind] ?? ""}${price.item}`;
}

export function marksOf({ kind, price, standsIn }: CostLine): string {
  return [kind === "usage" && "*", price.confidence === "low" && "?", standsIn !== undefined && "^"]
    .filter(Boolean)
    .join("");
}

function rowOf(line: CostLine): string {
  return [lineTitle(line), marksOf(line), line.price.sku].join("\n");
}

const accountPrefix = "account:";

export function titleOf({ resource, component }: Pick<CostLine, "resource" | "component">): string {
  return resource.startsWith(accountPrefix) ? `account ${component}` : component;
}

function isAccount(title: string): boolean {
  return title.startsWith("account ");
}

function dearestFirst(
  a: { title: string; amounts: Amounts },
  b: { title: string; amounts: Amounts },
): number {
  return (
    b.amounts.expected.comparedTo(a.amounts.expected) ||
    b.amounts.high.comparedTo(a.amounts.high) ||
    (a.title < b.title ? -1 : 1)
  );
}

function sumOf(lines: readonly CostLine[]): Amounts {
  return sumAmounts(lines.map(({ monthlyUsd }) => monthlyUsd));
}

export interface ChangeRow extends Sums {
  sign: LineChange["sign"];
  title: string;
  count: number;
}

export interface ChangeGroup extends Sums {
  title: string;
  rows: readonly ChangeRow[];
}

/** What is different, by component and price. */
export function changeGroups(changes: readonly LineChange[]): ChangeGroup[] {
  return [...groupBy(changes, titleOf)].map(([title, own]) => ({
    title,
    rows: [...groupBy(own, ({ sign, ...line }) => `${sign} ${lineTitle(line)}`).values()].map(
      (alike): ChangeRow => {
        const [first] = alike;
        return {
          sign: first?.sign ?? "~",
          title: first ? lineTitle(first) : "",
          count: alike.length,
          ...summed(alike),
        };
      },
    ),
    ...summed(own),
  }));
}

function summed(changes: readonly LineChange[]): Sums {
  const before = sumAmounts(changes.map((one) => one.before));
  const after = sumAmounts(changes.map((one) => one.after));
  return { before, after, delta: minus(after, before) };
}
