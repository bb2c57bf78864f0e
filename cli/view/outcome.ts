import { colours } from "./colours";
import { shortDigest } from "../../gate/digest";
import type { Approved, Outcome } from "../session";
import { changesText, stepsText } from "./steps";
import { countsText, findingsText } from "./results";

/** What one operation did or would do, for a person: resources by component, rules, changes, verdict. */
export function outcomeText(stack: string, outcome: Outcome): string {
  const { operation, run, results, verdict, approved } = outcome;
  const done = operation !== "preview";
  const blocks = [
    stepsText(run.steps),
    results.length > 0 && `Rules: ${countsText(results)}`,
    findingsText(results),
    ...verdict.reasons.map((reason) => `${colours.red("error:")} ${reason}`),
    `${stack} ${operation}: ${closing(run.changes && changesText(run, done), verdict.exitCode)}`,
    approved && approvalText(stack, approved),
  ];
  return blocks.filter(Boolean).join("\n");
}

/** The same for a program: stable keys, no colours, secrets never. */
export function outcomeJson(stack: string, outcome: Outcome): object {
  const { operation, run, results, verdict, approved } = outcome;
  return {
    stack,
    operation,
    exitCode: verdict.exitCode,
    reasons: verdict.reasons,
    changes: run.changes ?? {},
    steps: run.steps,
    results,
    diagnostics: run.diagnostics,
    ...(approved && approved.approval !== "unreadable" && { digest: approved.approval.digest }),
  };
}

/** `approved as 3f2a91c04d7e at 2026-01-31T10:00:00.000Z` */
export function approvalText(stack: string, { approval }: Approved): string {
  if (approval === "unreadable") return `${stack}: the approval cannot be read`;
  return `approved as ${shortDigest(approval.digest)} at ${approval.at}`;
}

const endings = { 0: "", 1: colours.red("refused"), 2: colours.red("did not work") } as const;

function closing(changes: string | undefined, exitCode: 0 | 1 | 2): string {
  return [changes, endings[exitCode]].filter(Boolean).join("; ") || "no resources";
}
