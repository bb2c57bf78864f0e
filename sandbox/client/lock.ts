import { linkSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeFileAtomically } from "./files";
import { isRunning, type ProcessIdentity, thisProcess } from "./process-identity";

/** While a process has it, no other process may write in the folder of the cloud. */
export interface HomeLock {
  release(): void;
}

const prefix = "lock.";

/**
 * Takes the lock of a cloud's folder; undefined while another process has it. A lock whose owner is gone (`kill -9`,
 * power cut) is no lock.
 *
 * Each owner writes a file of the next higher number, which the system lets only one process do; the highest number
 * counts, and is deleted only by a still higher one. So no two processes ever find the same stale lock and both take it.
 */
export function takeLock(home: string): HomeLock | undefined {
  const highest = highestNumber(home);
  if (highest > 0 && isHeld(join(home, prefix + highest))) return undefined;
  const file = join(home, prefix + (highest + 1));
  if (!claim(file)) return undefined;
  if (highestNumber(home) > highest + 1) {
    rmSync(file, { force: true });
    return undefined;
  }
  removeBelow(home, highest + 1);
  return { release: () => writeFileAtomically(file, JSON.stringify(nobody)) };
}

const nobody: ProcessIdentity = { pid: 0, startTime: "" };

/** Written aside first, so that the file never stands there without its content. */
function claim(file: string): boolean {
  const aside = `${file}.${process.pid}.new`;
  writeFileSync(aside, JSON.stringify(thisProcess()), { mode: 0o600 });
  try {
    linkSync(aside, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** A file that went away in between was taken over: then somebody has the lock. */
function isHeld(file: string): boolean {
  try {
    const owner = JSON.parse(readFileSync(file, "utf8")) as ProcessIdentity;
    return owner.pid > 0 && isRunning(owner);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return true;
    throw error;
  }
}

function numbers(home: string): number[] {
  return readdirSync(home)
    .filter((name) => /^lock\.[1-9]\d*$/.test(name))
    .map((name) => Number(name.slice(prefix.length)));
}

function highestNumber(home: string): number {
  return Math.max(0, ...numbers(home));
}

function removeBelow(home: string, number: number): void {
  for (const older of numbers(home).filter((other) => other < number)) {
    rmSync(join(home, prefix + older), { force: true });
  }
}
