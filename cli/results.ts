import { existsSync, readFileSync } from "node:fs";
import type { RuleResult } from "../core/finding";

/** What the policy pack wrote: every answer of every rule, and whether it came to its end. */
export interface PackResults {
  results: RuleResult[];
  /** The pack's closing line; without it the file proves nothing. */
  closing?: { complete: true; pack: string; version: string; rules: number; resources: number };
}

/** Reads the pack's results file: a JSON object a line. A line cut short counts as no closing line. */
export function readPackResults(file: string): PackResults {
  const read: PackResults = { results: [] };
  if (!existsSync(file)) return read;
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const entry = parseLine(line);
    if (!entry) continue;
    if ("complete" in entry) read.closing = entry;
    else read.results.push(entry);
  }
  return read;
}

function parseLine(line: string): RuleResult | NonNullable<PackResults["closing"]> | undefined {
  try {
    return line ? (JSON.parse(line) as RuleResult) : undefined;
  } catch {
    return undefined;
  }
}
