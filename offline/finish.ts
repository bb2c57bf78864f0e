import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";

/** A run as far as its end is concerned. */
export interface Progress {
  /** The program returned, and the SDK waits for no registration, output or function any more. */
  isDone(): boolean;
  /** Something was thrown that nobody caught: there is nothing left to hope for. */
  hasFailed(): boolean;
  /** Kinds of open work outside promises: see `watchOpenWork`. */
  openWork(): string[];
  /** What the SDK waits for, in its own words. */
  leaks(): string;
}

/** Turns of the event loop without open work after which promises are at rest and rejections are told. */
const quietTurns = 3;
const pollMs = 5;
/** Some work is seen by nobody (a hash on another thread): this long it may still finish, in ms. */
const graceMs = 2_000;

/** Waits for the end of everything the program started; answers what keeps it from ending, if anything does. */
export async function finish(run: Progress, patienceMs: number): Promise<string | undefined> {
  const deadline = performance.now() + patienceMs;
  let open = await settle(run, deadline);
  for (let grace = graceMs; open.length === 0 && !isOver(run); grace -= pollMs) {
    if (grace <= 0) return neverFinished(run.leaks());
    await sleep(pollMs);
    open = await settle(run, deadline);
  }
  if (open.length === 0) return undefined;
  const after = `after ${patienceMs / 1000} s it still has open: ${open.join(", ")}`;
  return `the program does not end: ${after}`;
}

function isOver(run: Progress): boolean {
  return run.isDone() || run.hasFailed();
}

/** Waits until only promises are left and these are at rest; at the deadline, answers what is still open. */
async function settle(run: Progress, deadline: number): Promise<string[]> {
  for (let quiet = 0; quiet < quietTurns;) {
    const open = run.openWork();
    if (open.length > 0 && performance.now() > deadline) return open;
    quiet = open.length > 0 ? 0 : quiet + 1;
    await (open.length > 0 ? sleep(pollMs) : nextTurn());
  }
  return [];
}

/** The SDK lists the registrations that wait, one a line. */
function neverFinished(leaks: string): string {
  const waiting = leaks.split("\n").filter((line) => /was waiting/.test(line));
  const what = waiting.map((line) => line.replace(/^\s*\*\s*/, "")).join("; ");
  return `the program waits for a promise or output that never resolves${what && `: ${what}`}`;
}
