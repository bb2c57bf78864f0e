import { aims, isMet, type Aim, type Measured } from "./aims";
import { commandLine, type Row, type RowId, type Run, type Samples } from "./row";
import { median } from "./statistics";

export interface ReportInput {
  rows: readonly Row[];
  samples: Samples;
  /** What prod declares, without the stack itself; undefined where that could not be told. */
  prodResources: number | undefined;
  /** Said above the table: machine, versions, environment; a line each. */
  about: readonly string[];
}

/** The whole bench as text: medians with ratios, what was run, and how that compares with what we aim for. */
export function benchReport({ rows, samples, prodResources, about }: ReportInput): string {
  const measured = { medians: mediansOf(samples), peaks: peaksOf(samples), prodResources };
  const cells = [
    ["row", "median", "least", "most", "runs", "memory", "ratio"],
    ...rows.map((row) => rowCells(row, samples.get(row.id) ?? [], measured)),
  ];
  return [
    ...about,
    "",
    ...table(cells),
    "",
    ...rows.flatMap((row) => [`${row.id}: ${row.title}`, `  $ ${shown(row)}`]),
    "",
    ...aims(measured).map(aimLine),
    "",
  ].join("\n");
}

/** A row of which any run failed has no median. */
function mediansOf(samples: Samples): Measured["medians"] {
  const found: [RowId, number][] = [];
  for (const [id, runs] of samples) {
    if (runs.length > 0 && runs.every(({ failure }) => !failure)) {
      found.push([id, median(runs.map(({ milliseconds }) => milliseconds))]);
    }
  }
  return new Map(found);
}

/** Of the rows whose command tells it. */
function peaksOf(samples: Samples): Measured["peaks"] {
  const found = [...samples].map(([id, runs]): [RowId, number] => {
    return [id, Math.max(0, ...runs.map(({ megabytes = 0 }) => megabytes))];
  });
  return new Map(found.filter(([, peak]) => peak > 0));
}

function rowCells(
  { id, comparedWith }: Row,
  runs: readonly Run[],
  { medians, peaks }: Pick<Measured, "medians" | "peaks">,
): string[] {
  const own = medians.get(id);
  const failure = runs.find((run) => run.failure)?.failure;
  if (own === undefined) return [id, failure ? `failed: ${failure}` : "not run"];
  const times = runs.map(({ milliseconds }) => milliseconds);
  const base = comparedWith && medians.get(comparedWith);
  return [
    id,
    seconds(own),
    seconds(Math.min(...times)),
    seconds(Math.max(...times)),
    String(times.length),
    peaks.has(id) ? `${Math.round(peaks.get(id) ?? 0)} MB` : "",
    base ? `${(own / base).toFixed(2)} × ${comparedWith}` : "",
  ];
}

function aimLine(aim: Aim): string {
  const { text, value, limit, unit, atLeast } = aim;
  const wanted = `aim: ${atLeast ? "at least" : "at most"} ${limit} ${unit}`;
  const met = isMet(aim);
  if (value === undefined || met === undefined) return `not measured  ${text} (${wanted})`;
  return `${met ? "met" : "MISSED"}  ${text}: ${value.toFixed(2)} ${unit} (${wanted})`;
}

function shown({ command }: Row): string {
  return `cd ${command.cwd} && ${commandLine(command)}`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

function table(rows: readonly string[][]): string[] {
  const width = (column: number) =>
    Math.max(...rows.map((row) => (column > 0 && row.length < 3 ? 0 : (row[column]?.length ?? 0))));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(width(0)) : cell.padStart(width(column))))
      .join("  ")
      .trimEnd(),
  );
}
