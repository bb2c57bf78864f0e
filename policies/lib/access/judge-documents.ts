import { type Answer, fail, pass, unknown } from "../../rule";
import type { Carried } from "./carriers";
import { readPolicy, type Statement } from "./documents";

/** What is wrong with a statement, in words; empty where nothing is. */
export type Complaints = (statement: Statement) => readonly string[];

/** One answer for each document: whatever one of its statements is to blame for. */
export function judgeDocuments(
  documents: readonly Carried[],
  wanted: string,
  complaints: Complaints,
): Answer[] {
  return documents.map(({ property, reading }) => {
    const evidence = { property, wanted };
    const policy = readPolicy(reading);
    if (policy.state === "unknown") return unknown(evidence);
    if (policy.state !== "known") return fail({ ...evidence, found: "no policy document" });
    const found = [...new Set(policy.statements.flatMap(complaints))];
    return found.length === 0 ? pass(evidence) : fail({ ...evidence, found });
  });
}
