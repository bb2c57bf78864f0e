import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { historyIn } from "../../cli/operations/history";
import { parseJson } from "../../core/json";
import type { JobRecord, SmokeRecord } from "./record";

/*
 * What steps leave below `.groundwork/pipeline`, in a folder of their id: a report of the engine's run, or what smoke tests
 * found.
 */

const report = z.object({ run: z.object({ digest: z.string().optional() }) });

export interface Trace {
  /** Folder of the project. */
  root: string;
  stack: string;
}

/** Takes away what an earlier run left, so that nothing of it counts for this one. */
export function clearEvidence({ root, stack }: Trace, step: string): void {
  rmSync(path.join(place(root, step), stack), { recursive: true, force: true });
  rmSync(path.join(place(root, step), `${stack}.xml`), { force: true });
}

/** Digest of what a preview approved or an update did, out of the report of that step. */
export function digestOf({ root, stack }: Trace, step: string): string | undefined {
  const file = path.join(place(root, step), stack, "report.json");
  const read = report.safeParse(existsSync(file) ? parseJson(readFileSync(file, "utf8")) : {});
  return read.success ? read.data.run.digest : undefined;
}

/** How many smoke tests a step ran, and how many of them failed or could not be run. */
export function smokeOf({ root, stack }: Trace, step: string): SmokeRecord[] {
  const file = path.join(place(root, step), `${stack}.xml`);
  if (!existsSync(file)) return [];
  const text = readFileSync(file, "utf8");
  const count = (element: string) => text.match(new RegExp(`<${element}[\\s>/]`, "g"))?.length ?? 0;
  return [{ step, tests: count("testcase"), failures: count("failure") + count("error") }];
}

/** Lines of the stack's audit history since a moment. */
export function operationsSince({ root, stack }: Trace, since: Date): JobRecord["operations"] {
  const { records } = historyIn(path.join(root, ".groundwork", "audit", `${stack}.jsonl`));
  return records.filter(({ at }) => Date.parse(at) >= since.getTime());
}

function place(root: string, step: string): string {
  return path.join(root, ".groundwork", "pipeline", step);
}
