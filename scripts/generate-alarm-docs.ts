/** Writes the table of alarms in docs/components/alerts.md; with --check says whether it is up to date. */
import { readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import * as prettier from "prettier";
import { alarmRows, composites } from "../components/alerts/table";
import { prometheusMetrics } from "../core/prometheus-metrics";
import type { AlarmRow, CompositeRow } from "../components/alerts/table/row";

const page = path.resolve("docs/components/alerts.md");
const begin = "<!-- alarms: begin, written by scripts/generate-alarm-docs.ts from the table -->";
const end = "<!-- alarms: end -->";

async function main(check: boolean): Promise<void> {
  const now = readFileSync(page, "utf8");
  const [from, to] = [now.indexOf(begin), now.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the page lacks the lines "${begin}" and "${end}"`);
  const text = `${now.slice(0, from)}${begin}\n\n${tables()}\n\n${now.slice(to)}`;
  const format = { ...(await prettier.resolveConfig(page)), filepath: page };
  const wanted = await prettier.format(text, format);
  if (wanted === now) return;
  if (check) {
    process.stderr.write("docs/components/alerts.md does not match the table of alarms\n");
    process.exitCode = 1;
    return;
  }
  writeFileSync(page, wanted);
}

function tables(): string {
  return [
    "| Alarm | Class | Severity | From level | Of | Goes off at | Over | For | No data |",
    "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ...alarmRows.map(alarmLine),
    "",
    "| Made of others | Class | Severity | From level | One of | Silent while |",
    "| --- | --- | --- | --- | --- | --- |",
    ...composites.map(compositeLine),
    "",
    "| Metric for Prometheus | Type | Labels | What it is |",
    "| --- | --- | --- | --- |",
    ...Object.entries(prometheusMetrics).map(
      ([name, { type, labels, means }]) =>
        `| \`${name}\` | ${type} | ${labels.join(", ")} | ${means} |`,
    ),
  ].join("\n");
}

function alarmLine(row: AlarmRow): string {
  const of = row.of === "stack" ? "the stack" : row.of.join(", ");
  const cells = [
    `[${row.id}](../runbooks/${row.class}.md#${row.id})`,
    row.class,
    row.severity,
    row.from,
    row.previewsOnly ? `${of} with previews` : of,
    `${row.comparison} ${numberOf(row)} ${row.unit}`,
    span(row.window),
    typeof row.holds === "number" ? span(row.holds) : "follows",
    `\`${row.missing}\`: ${row.missingWhy}`,
  ];
  return `| ${cells.join(" | ")} |`;
}

function numberOf({ source, threshold }: AlarmRow): string {
  if (source.kind === "anomaly") return String(source.width);
  return typeof threshold === "number" ? String(threshold) : "(follows)";
}

function compositeLine(row: CompositeRow): string {
  const scope = row.scope === "service" ? `${row.id}, for each service` : row.id;
  const cells = [
    scope,
    row.class,
    row.severity,
    row.from,
    row.any.join(", "),
    row.unless.join(", "),
  ];
  return `| ${cells.join(" | ")} |`;
}

function span(seconds: number): string {
  return seconds % 3600 === 0 ? `${seconds / 3600} h` : `${seconds / 60} min`;
}

void main(process.argv.includes("--check"));
