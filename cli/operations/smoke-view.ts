import { findingText, type SmokeRun } from "../../operations/smoke/junit";
import type { Check } from "../../operations/smoke/check";
import type { CheckResult } from "../../operations/smoke/run";
import { colours } from "../view/colours";
import { table } from "../view/table";
import type { StepOutcome } from "./recorder";
import { failsFor, responseLines } from "./responses";

/** The plan, a line a check. */
export function planText(stack: string, checks: readonly Check[]): string {
  const rows = checks.map(({ group, name, question: { method = "GET" }, url }) => [
    ...[group, name, method, url],
  ]);
  return [`smoke ${stack} would ask ${checks.length} times:`, table(rows)].join("\n");
}

/** What a run came to: every finding with what was declared and what was served, then the readings. */
export function runText(run: SmokeRun): string {
  const { stack, seconds, results, responses } = run;
  const bad = results.filter(isBad);
  const verdict =
    bad.length > 0
      ? colours.red(`${bad.length} not as declared`)
      : responses && failsFor(responses)
        ? colours.red("all as declared, and slower than before")
        : colours.green("all as declared");
  return [
    ...bad.flatMap((result) => [
      `${colours.red("✗")} ${result.group}: ${result.name}`,
      ...result.findings.map((finding) => `    ${findingText(finding)}`),
    ]),
    `readings: ${readings(results)}`,
    ...(responses ? responseLines(responses.verdicts) : []),
    `smoke ${stack}: ${results.length} checks, ${verdict} (${seconds.toFixed(1)} s)`,
  ].join("\n");
}

export function runJson({ stack, at, seconds, results, responses }: SmokeRun): object {
  const bad = results.filter(isBad).length;
  const clean = bad === 0 && !(responses && failsFor(responses));
  return {
    ...{ stack, at: at.toISOString(), result: clean ? "done" : "finding", seconds },
    ...{ checks: results.length, notAsDeclared: bad, results },
    ...(responses && { responses }),
  };
}

/** The run in one line, for the record of an operation. */
export function outcomeOf({ results }: SmokeRun): StepOutcome {
  const bad = results.filter(isBad);
  if (bad.length === 0) return { result: "done", said: `${results.length} checks as declared` };
  const all = bad.map(({ name, findings }) => `${name}: ${findings.map(findingText).join(", ")}`);
  const said = `${bad.length} of ${results.length} checks not as declared: ${all.join("; ")}`;
  return { result: "finding", said };
}

// Requirement: UPT-08
/** How long home pages and health reports took. */
function readings(results: readonly CheckResult[]): string {
  const read = results.filter(
    ({ group, url }) => group === "health" || (group === "requests" && /\/\/[^/]+\/$/.test(url)),
  );
  const shown = new Map(
    read.map(({ url, milliseconds }) => [
      url,
      milliseconds === undefined ? "none" : `${milliseconds} ms`,
    ]),
  );
  return [...shown].map(([url, time]) => `${url.replace("https://", "")} ${time}`).join(", ");
}

const isBad = ({ findings }: CheckResult) => findings.length > 0;
