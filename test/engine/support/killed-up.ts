import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { expect, vi } from "vitest";

const groundwork = path.resolve(__dirname, "../../../cli/bin/groundwork.cjs");
/** A whole preview comes first, perhaps beside much other work. */
const patience = { timeout: 280_000, interval: 5 };

/**
 * Starts `up`, kills the engine without warning when `due` says so and `meanwhile` is done, and waits for the command's
 * own end. Answers the process ids of everything that the run had started.
 */
export async function killedUp(
  { root }: { root: string },
  stack: string,
  due: () => boolean,
  meanwhile: () => Promise<void> = () => Promise.resolve(),
): Promise<number[]> {
  const args = [groundwork, "-C", root, "up", stack, "--sandbox"];
  const up = spawn(process.execPath, args, { stdio: "ignore" });
  const ended = once(up, "exit") as Promise<[number | null]>;
  try {
    await vi.waitFor(() => expect(due()).toBe(true), patience);
  } catch (error) {
    // Left alone it would go on beside the next one.
    up.kill("SIGINT");
    await ended;
    throw error;
  }
  await meanwhile();
  const started = descendants(up.pid ?? 0).filter(({ command }) => !command.includes("sandbox"));
  const engines = started.filter(({ command }) => /\/pulumi( |$)/.test(command));
  expect(engines).toHaveLength(1);
  for (const { pid } of engines) process.kill(pid, "SIGKILL");
  expect(await ended).toEqual([2, null]);
  return started.map(({ pid }) => pid);
}

/** The language host and the program notice that their engine is gone. */
export async function expectGone(pids: readonly number[]) {
  expect(pids.length).toBeGreaterThan(2);
  const running = () => processes().filter(({ pid }) => pids.includes(pid));
  await vi.waitFor(() => expect(running()).toEqual([]), { timeout: 10_000, interval: 100 });
}

interface Process {
  pid: number;
  parent: number;
  /** With its arguments. */
  command: string;
}

function descendants(root: number): Process[] {
  const all = processes();
  const below = (pid: number): Process[] =>
    all.filter(({ parent }) => parent === pid).flatMap((child) => [child, ...below(child.pid)]);
  return below(root);
}

function processes(): Process[] {
  const columns = ["-o", "pid=", "-o", "ppid=", "-o", "args="];
  const { stdout } = spawnSync("ps", ["-A", ...columns], { encoding: "utf8" });
  return stdout
    .trim()
    .split("\n")
    .map((line) => {
      const [pid, parent, ...command] = line.trim().split(/\s+/);
      return { pid: Number(pid), parent: Number(parent), command: command.join(" ") };
    });
}
