import { csvText } from "../../core/csv";
import type { Report } from "../model";

const head = ["standard", "clause", "state", "hold", "fail", "unknown", "waived", "rules", "url"];

/** Controls for a spreadsheet: a row for each clause of a standard (RFC 4180, with a byte order mark for Excel). */
export function writeCsv({ controls }: Report): string {
  const rows = controls.map(({ standard, clause, state, counts, rules, url = "" }) => [
    standard,
    clause,
    state,
    counts.pass,
    counts.fail + counts.error,
    counts.unknown,
    counts.waived,
    rules.join(" "),
    url,
  ]);
  return `\uFEFF${[head, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

function cell(value: string | number): string {
  return typeof value === "number" ? String(value) : csvText(value);
}
