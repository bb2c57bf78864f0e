import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { UserError } from "../core/errors";
import { lockFolder, type StackPlace } from "./file-backend";
import type { Host } from "./host";

/** Who holds a stack, as the engine wrote it into its lock file. */
export interface LockHolder {
  pid: number;
  username: string;
  hostname: string;
  timestamp: Date;
}

/** Whether the holder of a lock is provably no more, and why. */
export type LockVerdict = { gone: true; why: string } | { gone: false; why: string; fix: string };

/** Clocks of the lock and of the process list agree to about a second. */
const clockSlackMs = 2_000;

/** Reads a lock file's text; undefined for one that is empty, cut or not a lock. */
export function parseLock(text: string): LockHolder | undefined {
  try {
    const { pid, username, hostname, timestamp } = JSON.parse(text) as Record<string, unknown>;
    const at = new Date(String(timestamp));
    const complete =
      Number.isInteger(pid) && typeof username === "string" && typeof hostname === "string";
    if (!complete || Number.isNaN(at.getTime())) return undefined;
    return { pid: pid as number, username, hostname, timestamp: at };
  } catch {
    return undefined;
  }
}

/** `anna@host (pid 12) since 3 min`. */
export function describeHolder(
  { pid, username, hostname, timestamp }: LockHolder,
  now: Date,
): string {
  return `${username}@${hostname} (pid ${pid}) since ${age(timestamp, now)}`;
}

/** A lock may go when its process is gone: no such process, or one of that number that started later. */
export function judgeLock(holder: LockHolder, host: Host, now: Date): LockVerdict {
  const { pid, hostname, timestamp } = holder;
  const who = describeHolder(holder, now);
  const waitOrCancel = "wait for it to end; if it cannot be running any more, run `pulumi cancel`";
  if (hostname !== host.name) {
    return { gone: false, why: `held by ${who}, on another machine`, fix: waitOrCancel };
  }
  if (host.isAlive(pid)) {
    const started = host.startedAt(pid);
    const later = started && started.getTime() > timestamp.getTime() + clockSlackMs;
    if (!later) return { gone: false, why: `held by ${who}, which runs`, fix: waitOrCancel };
  }
  if (!host.ownsPids) {
    const why = `held by ${who}, and in a container nobody can tell whether that process is gone`;
    return { gone: false, why, fix: waitOrCancel };
  }
  return { gone: true, why: `its holder ${who} is gone` };
}

/** A lock whose holder is provably gone. */
export interface DeadLock {
  file: string;
  why: string;
}

/**
 * The locks of a stack whose holders are provably gone. Throws `UserError` (exit 2) naming holder and age when one is
 * held, or when a lock file does not tell who holds it. File state only.
 */
export function deadLocks(place: StackPlace, host: Host, now: Date): DeadLock[] {
  const verdicts = lockFiles(place).map((file) => ({ file, verdict: judgeFile(file, host, now) }));
  const problems = verdicts.flatMap(({ file, verdict }) => {
    if (verdict.gone) return [];
    const found = `stack ${place.stack} is locked: ${verdict.why}`;
    return [{ where: { file }, found, fix: verdict.fix }];
  });
  if (problems.length > 0) throw new UserError(problems, 2);
  return verdicts.map(({ file, verdict: { why } }) => ({ file, why }));
}

/** Removes the locks that `deadLocks` finds, and says so. */
export function removeDeadLocks(
  place: StackPlace,
  host: Host,
  { now, note }: { now: () => Date; note: (line: string) => void },
): void {
  for (const { file, why } of deadLocks(place, host, now())) {
    rmSync(file, { force: true });
    note(`removed the lock of stack ${place.stack}: ${why}`);
  }
}

/** Whether somebody held the stack and is provably no more, and nobody else holds it. File state only. */
export function isHeldByTheDead(place: StackPlace, host: Host, now: Date): boolean {
  const files = lockFiles(place);
  return files.length > 0 && files.every((file) => judgeFile(file, host, now).gone);
}

function lockFiles(place: StackPlace): string[] {
  const folder = lockFolder(place);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return names.sort().map((name) => path.join(folder, name));
}

function judgeFile(file: string, host: Host, now: Date): LockVerdict {
  const text = readText(file);
  if (text === undefined) return { gone: true, why: "it was released meanwhile" };
  const holder = parseLock(text);
  if (holder) return judgeLock(holder, host, now);
  const why = `${text.trim() ? "the lock file is cut" : "the lock file is empty"}, so nobody can tell who holds it`;
  return {
    gone: false,
    why,
    fix: "make sure that no pulumi runs on this stack, then delete the file",
  };
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** `3 min`, `2 h`, `5 days`: how long ago, in the largest unit that leaves at least one. */
function age(from: Date, now: Date): string {
  const seconds = Math.max(0, Math.round((now.getTime() - from.getTime()) / 1000));
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h`;
  return `${Math.floor(seconds / 86_400)} days`;
}
