import { z } from "zod";
import { type ResourceRule, notApplicable } from "../../policies/rule";

/** Begins everything in a new rule that its author has to write; test/repo/rules.test.ts accepts none of it. */
export const toFill = "Fill in:";

/** Lines that still hold what a new rule begins with. */
export function unfilledLines(text: string): string[] {
  return text.split("\n").filter((line) => line.includes(toFill));
}

/** What a new rule says of itself. */
export function draftOf(family: string, id: string): ResourceRule {
  return {
    id,
    title: `${toFill} what is true when the rule holds`,
    why: `${toFill} one sentence about the harm.`,
    fix: `${toFill} one sentence that says what to do.`,
    severity: "medium",
    topics: [family],
    references: [
      { standard: `${toFill} a standard`, clause: "the clause of it that you have read" },
    ],
    appliesTo: ["vercel:index/project:Project"],
    options: z.strictObject({}),
    check: () => notApplicable("nothing is judged yet"),
  };
}

/** `hsts-max-age` → `hstsMaxAge` */
export function constantOf(id: string): string {
  return id.replace(/-([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
}
