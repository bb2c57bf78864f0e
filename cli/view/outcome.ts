import pc from "picocolors";
import type { Outcome } from "../session";
import { changesText, stepsText } from "./steps";
import { countsText, findingsText } from "./results";

/** What one operation did or would do, for a person: resources by component, rules, changes, verdict. */
export function outcomeText(stack: string, { operation, run, results, verdict }: Outcome): string {
  const done = operation !== "preview";
  const blocks = [
    stepsText(run.steps),
    results.length > 0 && `Rules: ${countsText(results)}`,
    findingsText(results),
    ...verdict.reasons.map((reason) => `${pc.red("error:")} ${reason}`),
    `${stack} ${operation}: ${closing(run.changes && changesText(run, done), verdict.exitCode)}`,
  ];
  return blocks.filter(Boolean).join("\n");
}

/** The same for a program: stable keys, no colours, secrets never. */
export function outcomeJson(stack: string, outcome: Outcome): object {
  const { operation, run, results, verdict } = outcome;
  return {
    stack,
    operation,
    exitCode: verdict.exitCode,
    reasons: verdict.reasons,
    changes: run.changes ?? {},
    steps: run.steps,
    results,
    diagnostics: run.diagnostics,
  };
}

const endings = { 0: "", 1: pc.red("refused"), 2: pc.red("did not work") } as const;

function closing(changes: string | undefined, exitCode: 0 | 1 | 2): string {
  return [changes, endings[exitCode]].filter(Boolean).join("; ") || "no resources";
}
