import { Decimal } from "decimal.js";
import { isOpen } from "../build";
import { type ReportChange, compareReports } from "../compare";
import { type Glance, glance } from "../glance";
import { markdownCode, markdownText } from "../markdown-text";
import { renderedWords } from "../sections/rendered";
import type { Report, ReportVerdict, ReportedResult } from "../model";

const verdicts: Readonly<Record<ReportVerdict, string>> = {
  clean: "✅ clean",
  advice: "⚠️ may go on, with advice",
  refused: "❌ refused",
  broken: "❌ did not come to its end",
};

/** Rows of a list before the rest is only counted. */
const listed = 7;

/**
 * A comment for a pull request, at most 60 lines: the verdict, what is new and what is mended against the report of the
 * base, the change of cost, and what is waived. Details are folded.
 */
export function writeMarkdown(report: Report, base?: Report): string {
  const { run, verdict, counts, results } = report;
  const change = base && compareReports(base, report);
  const answers = [
    `${counts.pass} hold`,
    counts.fail + counts.error > 0 && `${counts.fail + counts.error} fail`,
    counts.unknown > 0 && `${counts.unknown} unknown`,
    counts.waived > 0 && `${counts.waived} waived`,
    `${counts.notApplicable} not applicable`,
  ].filter((text) => typeof text === "string");
  const blocks = [
    `### Groundwork ${markdownCode(run.stack)}: ${verdicts[verdict]}`,
    run.stopped === undefined ? undefined : `It stopped: ${markdownText(run.stopped)}`,
    `${answers.join(", ")}. ${report.resources.length} resources.${renderedText(report)}`,
    costLine(report, base),
    glanceLine(report),
    change && changeLine(change),
    findings(change ? "New findings" : "Findings", change?.opened ?? results.filter(isOpen)),
    change && findings("Mended", change.closed),
    waivers(report),
    [
      `<sub>${markdownText(run.origin)} of ${run.at}`,
      run.commit ? ` at ${markdownCode(shortCommit(run.commit))}` : "",
      `, rules ${markdownText(run.pack.version)}</sub>`,
    ].join(""),
  ];
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}

/** Hosts and services that only a file tells what to be; nothing where there are none. */
function renderedText({ resources }: Report): string {
  const all = [...new Set(resources.flatMap(({ rendered = [] }) => rendered))].sort();
  if (all.length === 0) return "";
  const words = `${renderedWords.charAt(0).toUpperCase()}${renderedWords.slice(1)}`;
  return ` ${words}: ${all.map((one) => markdownText(one, 60)).join(", ")}.`;
}

/** Twelve digits name a commit; what stands behind them stays. */
function shortCommit(commit: string): string {
  return commit.replace(/^([0-9a-f]{12})[0-9a-f]*/, "$1");
}

function costLine({ costs }: Report, base: Report | undefined): string | undefined {
  if (!costs) return undefined;
  const { expected, low, high } = costs.total;
  const { lowConfidenceUsd } = costs;
  const unsure =
    lowConfidenceUsd === undefined ? "" : `; ${usd(lowConfidenceUsd)} by prices of low confidence`;
  const limit = costs.limitUsd === undefined ? "" : ` of a limit of ${usd(costs.limitUsd)}`;
  const before = base?.costs?.total.expected;
  const delta = before === undefined ? undefined : new Decimal(expected).minus(before);
  const changed =
    delta === undefined || delta.isZero()
      ? ""
      : `, ${delta.isPositive() ? "+" : "−"}${usd(delta.abs().toFixed())} against the base`;
  return `**${usd(expected)} a month** expected${limit}${changed} (${usd(low)} to ${usd(high)}${unsure}).`;
}

/** Changes, headers, hosts, places and roles in one line; nothing of what the run does not tell. */
function glanceLine(report: Report): string | undefined {
  const { changes, grade, hosts, countries, roles, teams } = glance(report);
  const parts = [
    changes && changesText(changes),
    grade !== undefined && `headers ${grade}`,
    hosts && `${hosts.watched} of ${hosts.all} public hosts watched`,
    countries.length > 0 && `in ${countries.join(", ")}`,
    roles + teams > 0 && `${counted(roles, "role")}, ${counted(teams, "team")}`,
  ].filter((part) => typeof part === "string");
  if (parts.length === 0) return undefined;
  const line = parts.join("; ");
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}.`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function changesText(changes: NonNullable<Glance["changes"]>): string {
  if (changes.length === 0) return "no changes";
  return changes.map(({ operation, count }) => `${count} to ${operation}`).join(", ");
}

function usd(amount: string): string {
  return `$${new Decimal(amount).toFixed(2)}`;
}

function changeLine({ opened, closed, waived }: ReportChange): string {
  return `Against the base: ${opened.length} new, ${closed.length} mended, ${waived.length} newly waived.`;
}

function findings(title: string, results: readonly ReportedResult[]): string | undefined {
  if (results.length === 0) return undefined;
  const rows = results.slice(0, listed).map(({ rule, level, target, message, place }) => {
    const at = place?.file ? [place.file, place.line].filter(Boolean).join(":") : "";
    return `| ${markdownCode(rule)} | ${level} | ${markdownCode(target.name, 60)} | ${markdownText(message)} | ${markdownCode(at)} |`;
  });
  return folded(
    `${title} (${results.length})`,
    ["| rule | level | on | what | where |", "| - | - | - | - | - |", ...rows],
    results.length - rows.length,
  );
}

function waivers({ waivers: all }: Report): string | undefined {
  if (all.length === 0) return undefined;
  const rows = all.slice(0, listed).map(({ rule, owner, expires, daysLeft, covers, reason }) => {
    const left = daysLeft < 0 ? "over" : `${daysLeft} days left`;
    return `| ${markdownCode(rule)} | ${covers.length} | ${markdownText(owner, 60)} | ${markdownText(expires)} (${left}) | ${markdownText(reason, 160)} |`;
  });
  return folded(
    `Waivers (${all.length})`,
    ["| rule | covers | owner | until | reason |", "| - | - | - | - | - |", ...rows],
    all.length - rows.length,
  );
}

function folded(summary: string, rows: readonly string[], left: number): string {
  const rest = left > 0 ? ["", `and ${left} more in the report`] : [];
  return [`<details><summary>${summary}</summary>`, "", ...rows, ...rest, "", "</details>"].join(
    "\n",
  );
}
