import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** A process that a number alone does not name: numbers are used again. */
export interface ProcessIdentity {
  pid: number;
  /** When it started, in the system's own words; empty where the system does not tell. */
  startTime: string;
}

export function thisProcess(): ProcessIdentity {
  return { pid: process.pid, startTime: startTimeOf(process.pid) ?? "" };
}

/** Whether that very process still runs: its number is in use, by a process that started at that time. */
export function isRunning({ pid, startTime }: ProcessIdentity): boolean {
  if (!answers(pid)) return false;
  return startTime === "" || startTimeOf(pid) === startTime;
}

/** Signal 0 reaches nobody; without the right to send it, somebody is there. */
function answers(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Undefined when the process is gone, or dead and not yet collected by its parent. */
function startTimeOf(pid: number): string | undefined {
  if (process.platform === "linux") return linuxStartTime(pid);
  return process.platform === "win32" ? "" : psStartTime(pid);
}

/** Clock ticks since boot, with the boot they count from. */
function linuxStartTime(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return state === "Z" ? undefined : `${boot}:${fields[startTimeField]}`;
  } catch {
    return undefined;
  }
}

/** Field 22 of /proc/<pid>/stat, counted from the field after the state, which is field 3. */
const startTimeField = 22 - 4;

function psStartTime(pid: number): string | undefined {
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return undefined;
  }
}
