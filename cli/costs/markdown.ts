import { htmlText, markdownCode, markdownText } from "../../report/markdown-text";
import type { StackBill } from "./bill";
import type { Difference } from "./difference";
import { sumsWords } from "./change-text";
import { findingsOf } from "./findings";
import { cents, signed } from "./money";
import { type BillGroup, billGroups, changeGroups } from "./rows";
import {
  budgetWords,
  elsewhereWords,
  increaseWords,
  shareWords,
  totalWords,
  unpricedWords,
} from "./words";

/** Lines that a comment on a pull request has at most: who looks at it wants to see the code. */
const mostLines = 60;
/** Lines of what stands folded around the rows of a stack. */
const around = 10;
const shownNames = 2;
const shownTypes = 5;

/** Bills for a pull request: a table of the stacks, and the details of each folded. */
export function billMarkdown(bills: readonly StackBill[]): string {
  const compared = bills.some(({ change }) => change);
  const head = [
    "### Cost a month",
    "",
    ...table(
      ["Stack", "Low", "Expected", "High", ...(compared ? ["Change"] : []), "Budget"],
      bills.map((bill) => summary(bill, compared)),
      compared ? 4 : 3,
    ),
  ];
  const rows = Math.floor((mostLines - head.length) / Math.max(bills.length, 1)) - around;
  const details = rows < 1 ? [] : bills.flatMap((bill) => folded(bill, rows));
  return [...head, ...details].join("\n");
}

function summary(bill: StackBill, compared: boolean): string[] {
  const { stack, estimate, budget, change } = bill;
  const { low, expected, high } = estimate.total;
  const mark = budget.state === "above" ? "**above**: " : "";
  return [
    markdownText(stack),
    ...[low, expected, high].map(cents),
    ...(compared ? [change ? signed(change.total.delta.expected) : ""] : []),
    `${mark}${markdownText(budgetWords(bill))}`,
  ];
}

/** At most `around` lines and the rows. */
function folded(bill: StackBill, rows: number): string[] {
  const { change, set, estimate } = bill;
  const with_ = set.length > 0 ? `, with ${set.join(", ")}` : "";
  const title = change
    ? `${bill.stack}${with_} against ${change.against}: ${totalWords(change)}`
    : `${bill.stack}${with_}: components, and what is not known`;
  const all = unpricedWords(change?.newlyUnpriced ?? estimate.notPriced, shownNames);
  const more = all.length > shownTypes ? [`${all.length - shownTypes} more types`] : [];
  const unpriced = [...all.slice(0, shownTypes), ...more];
  const findings = findingsOf(bill.results).map(
    ({ rule, level, waiver }) =>
      `${markdownCode(rule)} (${waiver ? `waived until ${markdownText(waiver.expires)}` : level})`,
  );
  const notes = [
    bill.increase && markdownText(increaseWords(bill.increase)),
    findings.length > 0 && `Findings: ${findings.join(", ")}`,
    [...shareWords(bill), ...elsewhereWords(bill)].map((text) => markdownText(text)).join("; "),
    unpriced.length > 0 &&
      `${change ? "Newly not" : "Not"} priced: ${unpriced.map((text) => markdownText(text)).join("; ")}`,
  ].filter((text) => typeof text === "string");
  const lines = change ? changeTable(change, rows) : groupTable(billGroups(estimate.lines), rows);
  return [
    "",
    `<details><summary>${htmlText(title)}</summary>`,
    "",
    ...lines,
    "",
    notes.join("<br>"),
    "",
    "</details>",
  ];
}

function groupTable(groups: readonly BillGroup[], rows: number): string[] {
  const cells = groups.map(({ title, amounts: { low, expected, high } }) => [
    markdownText(title),
    ...[low, expected, high].map(cents),
  ]);
  return table(["Component", "Low", "Expected", "High"], shortened(cells, rows), 3);
}

function changeTable({ lines }: Difference, rows: number): string[] {
  const cells = changeGroups(lines).flatMap(({ title, rows: own }) =>
    own.map(({ sign, title: what, count, ...amounts }) => [
      `\`${sign}\``,
      markdownText(title),
      markdownText(count > 1 ? `${count} × ${what}` : what),
      sumsWords(amounts),
    ]),
  );
  if (cells.length === 0) return ["Nothing costs another sum."];
  return table(["", "Component", "What", "USD a month"], shortened(cells, rows), 0);
}

/** With what is left out counted in a row of its own. */
function shortened(rows: readonly string[][], most: number): string[][] {
  if (rows.length <= most) return [...rows];
  const kept = rows.slice(0, Math.max(most - 1, 0));
  const width = rows[0]?.length ?? 1;
  const rest = `and ${rows.length - kept.length} more`;
  return [...kept, Array.from({ length: width }, (_, cell) => (cell === 0 ? rest : ""))];
}

/** Of cells that are Markdown; `sums` is how many columns behind the first are aligned to the right. */
function table(head: readonly string[], rows: readonly string[][], sums: number): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rule = head.map((_, column) => (column > 0 && column <= sums ? "---:" : "---"));
  return [line(head), line(rule), ...rows.map(line)];
}
