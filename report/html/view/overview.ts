import { isOpen } from "../../build";
import type { Counts, Report, ReportedRun } from "../../model";
import { counted, length, usd } from "../numbers";
import { glanceOf } from "./glance";
import { origins, states, verdicts } from "../words";

const countKeys = {
  fail: "fail",
  error: "error",
  unknown: "unknown",
  waived: "waived",
  pass: "pass",
  "not-applicable": "notApplicable",
} as const satisfies Record<(typeof states)[number]["state"], keyof Counts>;

/** Width of a family's bar, in units of its drawing. */
const barWidth = 100;

export function overviewView(report: Report) {
  const { run, verdict, counts, families, costs } = report;
  return {
    product: run.project,
    stack: run.stack,
    verdict: verdicts[verdict],
    stopped: run.stopped,
    summary: summaryOf(report),
    facts: factsOf(run),
    counts: states.map(({ state, letter, word }) => ({
      letter,
      word,
      count: counts[countKeys[state]],
    })),
    families: families.map(({ family, score, counts: theirs }) => ({
      family,
      score,
      columns: columnsOf(theirs),
      bars: barsOf(theirs),
    })),
    cost: costs && {
      expected: usd(costs.total.expected),
      range: `${usd(costs.total.low)} to ${usd(costs.total.high)}`,
      limit: costs.limitUsd === undefined ? undefined : usd(costs.limitUsd),
    },
    glance: glanceOf(report),
  };
}

function summaryOf({ results, resources, waivers }: Report): string {
  const open = results.filter(isOpen);
  const mandatory = open.filter(({ level }) => level === "mandatory").length;
  const found =
    open.length === 0
      ? "Nothing is open"
      : `${counted(mandatory, "mandatory finding")} and ${counted(open.length - mandatory, "advisory one")} are open`;
  return `${found}, of ${counted(results.length, "answer")} about ${counted(resources.length, "resource")}. ${waivers.length === 0 ? "No waiver is in force." : `${counted(waivers.length, "waiver")} on record.`}`;
}

function factsOf(run: ReportedRun) {
  const facts: readonly [label: string, value: string | undefined, code: boolean][] = [
    ["Made from", origins[run.origin], false],
    ["Judged at", run.at.replace(/^(.{10})T(.{5}).*Z$/, "$1 $2 UTC"), false],
    ["Tier", run.tier, false],
    ["Owner", run.owner, false],
    ["Commit", run.commit?.replace(/^([0-9a-f]{12})[0-9a-f]{28}/, "$1"), true],
    ["Rules", `${run.pack.name} ${run.pack.version}`, false],
    ["Engine", run.engine, false],
    ["Digest", run.digest, true],
  ];
  return facts.flatMap(([label, value, code]) =>
    value === undefined ? [] : [{ label, value, code }],
  );
}

/** Beside a bar; only what asks for attention has a colour. */
function columnsOf({ pass, fail, error, unknown, waived, notApplicable }: Counts) {
  return [
    { count: pass, letter: "" },
    { count: fail + error, letter: "f" },
    { count: unknown, letter: "u" },
    { count: waived, letter: "w" },
    { count: notApplicable, letter: "soft" },
  ];
}

/** Parts of one bar, side by side, of what was judged; none where nothing was. */
function barsOf(counts: Counts) {
  const parts = states
    .filter(({ state }) => state !== "not-applicable")
    .map(({ state, letter }) => ({ letter, count: counts[countKeys[state]] }))
    .toReversed();
  const judged = parts.reduce((sum, { count }) => sum + count, 0);
  let from = 0;
  return parts.flatMap(({ letter, count }) => {
    if (count === 0) return [];
    const width = (count / judged) * barWidth;
    const bar = { letter, x: length(from), width: length(width) };
    from += width;
    return [bar];
  });
}
