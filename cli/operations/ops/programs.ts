import { execFile } from "node:child_process";
import type { Ran } from "../../../operations/upkeep/ground";

const timeoutMs = 120_000;
const maxBuffer = 64 * 1024 * 1024;

/** Runs a program of this machine; what it wants to keep to itself goes by its environment, never by its arguments. */
export function runProgram(
  name: string,
  args: readonly string[],
  { cwd, env }: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(name, args, { cwd, env, timeout: timeoutMs, maxBuffer }, (error, stdout) => {
      const code = (error as { code?: string | number } | null)?.code ?? 0;
      if (code === "ENOENT") resolve({ missing: `${name} is not on this machine: install it` });
      else if (typeof code === "string") resolve({ missing: `${name} could not be run (${code})` });
      else resolve({ stdout, code });
    });
  });
}
