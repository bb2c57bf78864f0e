import { Decimal } from "decimal.js";
import type { Report, ReportedMark, ReportedTrendRun } from "../../model";
import { length, usd } from "../numbers";
import { origins, verdicts } from "../words";
import type { Anchors } from "./anchors";

/** Units of a line's drawing; its ends keep clear of the edge. */
const line = { width: 160, height: 28, edge: 3 };

/** Runs in the table, and findings in a list, before the rest is only counted. */
const listed = 10;

/** How the stack came to stand as it does; undefined until there are two runs. */
export function trendView({ trend }: Report, anchors: Anchors) {
  const last = trend?.runs.at(-1);
  if (!trend || !last || trend.runs.length < 2) return undefined;
  const { runs, families, since } = trend;
  const lineOf = (name: string, values: readonly (number | null)[], shown: string) => ({
    name,
    shown,
    ...drawn(values),
  });
  return {
    count: runs.length,
    ...line,
    lines: [
      lineOf(
        "Score",
        runs.map(({ score }) => score),
        `${last.score} %`,
      ),
      lineOf(
        "Open findings",
        runs.map(({ open }) => open),
        String(last.open),
      ),
      lineOf("Cost a month", runs.map(costOf), last.monthlyUsd ? usd(last.monthlyUsd) : "–"),
    ].filter(({ path }) => path !== ""),
    families: families.map(({ family, scores }) => {
      const score = scores.at(-1);
      return lineOf(family, scores, score === null || score === undefined ? "–" : `${score} %`);
    }),
    runs: runs.slice(-listed).toReversed().map(runView),
    since: since && {
      at: when(since.at),
      lists: [
        listOf("New", "f", since.opened, anchors),
        listOf("Fixed", "p", since.closed),
        listOf("Newly waived", "w", since.waived, anchors),
        listOf("Still open", "u", since.stillOpen, anchors),
      ],
    },
  };
}

function costOf({ monthlyUsd }: ReportedTrendRun): number | null {
  return monthlyUsd === undefined ? null : new Decimal(monthlyUsd).toNumber();
}

function runView({
  at,
  origin,
  commit,
  verdict,
  score,
  open,
  counts,
  monthlyUsd,
}: ReportedTrendRun) {
  return {
    at: when(at),
    origin: origins[origin],
    commit: commit?.slice(0, 12) ?? "",
    ...verdicts[verdict],
    score,
    open,
    waived: counts.waived,
    usd: monthlyUsd === undefined ? "" : usd(monthlyUsd),
  };
}

/** What was fixed has no answer in this page to lead to. */
function listOf(name: string, letter: string, marks: readonly ReportedMark[], anchors?: Anchors) {
  return {
    name,
    letter,
    count: marks.length,
    marks: marks.slice(0, listed).map(({ rule, id }) => ({
      rule,
      id,
      ...(anchors && { anchor: anchors.result(id) }),
    })),
    left: Math.max(0, marks.length - listed),
  };
}

/** A line from run to run, between the least and the most of them, and a dot for the last. */
function drawn(values: readonly (number | null)[]) {
  const known = values.flatMap((value, at) => (value === null ? [] : [{ value, at }]));
  const least = Math.min(...known.map(({ value }) => value));
  const span = Math.max(...known.map(({ value }) => value)) - least;
  const room = line.height - 2 * line.edge;
  const step = (line.width - 2 * line.edge) / Math.max(1, values.length - 1);
  const points = known.map(({ value, at }) => ({
    x: length(line.edge + at * step),
    y: length(line.edge + (span === 0 ? room / 2 : room - ((value - least) / span) * room)),
  }));
  return {
    path: points.map(({ x, y }, at) => `${at === 0 ? "M" : "L"}${x} ${y}`).join(""),
    end: points.at(-1),
  };
}

/** To the minute, in UTC. */
function when(at: string): string {
  return at.replace(/^(.{10})T(.{5}).*$/, "$1 $2");
}
