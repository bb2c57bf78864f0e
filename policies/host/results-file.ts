import { appendFileSync } from "node:fs";
import type { RuleResult } from "../../core/finding";
import { UNKNOWN } from "../../core/value";

/** The last line of a run's results. Without it the run proves nothing. */
export interface ClosingLine {
  complete: true;
  pack: string;
  version: string;
  /** Rules that judged, resources that were judged, results written before this line. */
  rules: number;
  resources: number;
  results: number;
}

/** Appends results as JSON lines. Does nothing without a file: a plain `pulumi preview` names none. */
export function appendResults(
  file: string | undefined,
  lines: readonly (RuleResult | ClosingLine)[],
): void {
  if (!file || lines.length === 0) return;
  appendFileSync(file, lines.map((line) => `${JSON.stringify(line, withoutSymbols)}\n`).join(""));
}

function withoutSymbols(_key: string, value: unknown): unknown {
  return value === UNKNOWN ? "[unknown]" : value;
}
