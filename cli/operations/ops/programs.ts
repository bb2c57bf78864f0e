import { spawn } from "node:child_process";
import type { Ran } from "../../../operations/upkeep/ground";

/** What a program gets beside its arguments. */
export interface ProgramGround {
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** What it reads from standard input; nothing when left out. */
  input?: string;
  /** Milliseconds before it is ended. @default 120000 */
  timeoutMs?: number;
}

const usualTimeoutMs = 120_000;

/** Runs a program of this machine; what it wants to keep to itself goes by its environment, never by its arguments. */
export function runProgram(
  name: string,
  args: readonly string[],
  { cwd, env, input = "", timeoutMs = usualTimeoutMs }: ProgramGround,
): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(name, args, { cwd, env, timeout: timeoutMs });
    const said = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"] as const) {
      child[stream].setEncoding("utf8").on("data", (part: string) => void (said[stream] += part));
    }
    child.once("error", ({ code = "" }: NodeJS.ErrnoException) => {
      const missing =
        code === "ENOENT"
          ? `${name} is not on this machine: install it`
          : `${name} could not be run (${code})`;
      resolve({ missing });
    });
    child.once("close", (code, signal) => {
      if (code === null) resolve({ missing: `${name} was ended (${signal ?? "no signal"})` });
      else resolve({ ...said, code });
    });
    // A program that ends before it has read everything says why by its exit code.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}
