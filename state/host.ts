import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { hostname } from "node:os";

/** What can be told about the processes of this machine. */
export interface Host {
  name: string;
  /**
   * True where a process id means one process and no other: on a machine, not in a container, whose name and
   * process ids another container may have as well.
   */
  ownsPids: boolean;
  isAlive(pid: number): boolean;
  /** When a process started, to a second or so; undefined when that cannot be told. */
  startedAt(pid: number): Date | undefined;
}

/** Linux counts process times in hundredths of a second, whatever its own clock does (`USER_HZ`). */
const ticksPerSecond = 100;
const containerMarks = ["/.dockerenv", "/run/.containerenv"];

/** `ownsPids` overrides the guess, for state that only this folder's own commands write. */
export function thisHost(ownsPids = !containerMarks.some((mark) => existsSync(mark))): Host {
  const startedAt = process.platform === "linux" ? startedAtByProc : startedAtByPs;
  return { name: hostname(), ownsPids, isAlive, startedAt };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not ours to signal, but there.
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

function startedAtByProc(pid: number): Date | undefined {
  try {
    return procStart(readFileSync(`/proc/${pid}/stat`, "utf8"), readFileSync("/proc/stat", "utf8"));
  } catch {
    return undefined;
  }
}

/** Reads `/proc/<pid>/stat` and `/proc/stat` (proc(5)): ticks since boot, and when the machine was booted. */
export function procStart(processStat: string, machineStat: string): Date | undefined {
  // The second field is the command in parentheses, and may hold anything, parentheses too.
  const fields = processStat.slice(processStat.lastIndexOf(")") + 2).split(" ");
  const ticks = Number(fields[19]);
  const boot = Number(/^btime (\d+)$/m.exec(machineStat)?.[1]);
  const started = new Date((boot + ticks / ticksPerSecond) * 1000);
  return Number.isNaN(started.getTime()) ? undefined : started;
}

function startedAtByPs(pid: number): Date | undefined {
  const env = { ...process.env, LC_ALL: "C" };
  const { stdout } = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { env });
  return psStart(stdout?.toString() ?? "");
}

/** Reads what `ps -o lstart=` prints in the C locale: `Sat Nov 21 09:12:00 2026`, in local time. */
export function psStart(text: string): Date | undefined {
  const started = new Date(text.trim());
  return Number.isNaN(started.getTime()) ? undefined : started;
}
