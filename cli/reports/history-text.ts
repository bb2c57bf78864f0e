import { Decimal } from "decimal.js";
import { compareRecords } from "../../report/history/compare";
import type { HistoryRecord } from "../../report/history/record";
import { trendRun } from "../../report/history/trend";
import type { ReportedMark } from "../../report/model";
import { colours } from "../view/colours";
import { table } from "../view/table";

/** What is shown of a stack's history. */
export interface ShownHistory {
  stack: string;
  /** Oldest first; a run's number is its place, from 1. */
  records: readonly HistoryRecord[];
  compared?: readonly [HistoryRecord, HistoryRecord];
}

/** Runs in the table; the lines above it are drawn over as many. */
const listed = 20;

const blocks = "▁▂▃▄▅▆▇█";

/** The trend as lines of blocks, the last runs as a table, and what changed between two of them. */
export function historyText({ stack, records, compared }: ShownHistory): string {
  const last = records.slice(-listed);
  if (last.length === 0) return `${stack}  no run on record yet: groundwork report keeps one`;
  return [
    `${stack}  ${records.length} ${records.length === 1 ? "run" : "runs"} on record`,
    trendLines(last),
    table([head, ...last.map((one) => row(one, records.indexOf(one) + 1))]),
    ...(compared ? [changeText(compared, records)] : []),
  ].join("\n\n");
}

function trendLines(records: readonly HistoryRecord[]): string {
  const runs = records.map(trendRun);
  const lines: [name: string, values: (number | undefined)[], last: string | undefined][] = [
    ["score", runs.map(({ score }) => score), `${runs.at(-1)?.score ?? 0} %`],
    ["open", runs.map(({ open }) => open), String(runs.at(-1)?.open ?? 0)],
    ["a month", runs.map(({ monthlyUsd: usd }) => (usd ? Number(usd) : undefined)), usdOf(records)],
  ];
  const told = lines.filter(([, values]) => values.some((value) => value !== undefined));
  return table(told.map(([name, values, last = ""]) => [name, sparkline(values), last]));
}

function usdOf(records: readonly HistoryRecord[]): string | undefined {
  const usd = records.at(-1)?.monthlyUsd;
  return usd === undefined ? undefined : money(usd);
}

/** A block for each value, between the least and the most of them; a gap where there is none. */
export function sparkline(values: readonly (number | undefined)[]): string {
  const known = values.filter((value) => value !== undefined);
  const least = Math.min(...known);
  const span = Math.max(...known) - least;
  return values
    .map((value) => {
      if (value === undefined) return " ";
      const height = span === 0 ? 0.5 : (value - least) / span;
      return blocks[Math.round(height * (blocks.length - 1))];
    })
    .join("");
}

const head = [
  "#",
  "when",
  "of",
  "verdict",
  "score",
  "hold",
  "fail",
  "unknown",
  "waived",
  "a month",
];

function row(record: HistoryRecord, number: number): string[] {
  const { origin, verdict, counts, score, monthlyUsd } = record;
  return [
    String(number),
    whenOf(record),
    origin,
    verdict,
    `${score} %`,
    String(counts.pass),
    String(counts.fail + counts.error),
    String(counts.unknown),
    String(counts.waived),
    monthlyUsd === undefined ? "" : money(monthlyUsd),
  ];
}

function changeText(
  [before, after]: readonly [HistoryRecord, HistoryRecord],
  records: readonly HistoryRecord[],
): string {
  const { opened, closed, stillOpen, waived } = compareRecords(before, after);
  const name = (one: HistoryRecord) => `#${records.indexOf(one) + 1} (${whenOf(one)})`;
  return [
    `from ${name(before)} to ${name(after)}:`,
    marks("new", opened, colours.red),
    marks("fixed", closed, colours.green),
    marks("still open", stillOpen, colours.yellow),
    marks("waived", waived, colours.cyan),
  ].join("\n");
}

/** Ids lead into the page of their run: `report.html#r-<id>`. */
function marks(name: string, all: readonly ReportedMark[], paint: (text: string) => string) {
  const rows = all.map(({ rule, id }) => `    ${rule}  ${colours.dim(`r-${id}`)}`);
  const count = `  ${name}: ${all.length}`;
  return [all.length > 0 ? paint(count) : count, ...rows].join("\n");
}

/** To the minute, in UTC. */
function whenOf({ at }: HistoryRecord): string {
  return at.replace(/^(.{10})T(.{5}).*$/, "$1 $2");
}

function money(usd: string): string {
  return `$${new Decimal(usd).toFixed(2)}`;
}
