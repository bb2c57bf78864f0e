import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Stack } from "@pulumi/pulumi/automation";
import { engineTrouble } from "./failures";

const execute = promisify(execFile);
const maxBuffer = 256 * 1024 * 1024;

/** Runs one command of the engine that the Automation API has no method for; answers its standard output. */
export async function runPulumi(stack: Stack, args: readonly string[]): Promise<string> {
  try {
    return (await start(stack, args)).stdout;
  } catch (error) {
    throw engineTrouble((error as { stderr?: string }).stderr ?? String(error), stack.name);
  }
}

/** Runs one that may fail for a reason that its words tell: the engine's diagnostics are on both of its outputs. */
export async function tryPulumi(
  stack: Stack,
  args: readonly string[],
): Promise<{ failed: boolean; said: string }> {
  try {
    const { stdout, stderr } = await start(stack, args);
    return { failed: false, said: stdout + stderr };
  } catch (error) {
    const { stdout = "", stderr = String(error) } = error as { stdout?: string; stderr?: string };
    return { failed: true, said: stdout + stderr };
  }
}

function start(stack: Stack, args: readonly string[]) {
  const { pulumiCommand, workDir, envVars, pulumiHome } = stack.workspace;
  const env = { ...process.env, ...envVars, ...(pulumiHome ? { PULUMI_HOME: pulumiHome } : {}) };
  const all = [...args, "--stack", stack.name, "--non-interactive"];
  return execute(pulumiCommand.command, all, { cwd: workDir, env, maxBuffer });
}
