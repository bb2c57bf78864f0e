import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Stack } from "@pulumi/pulumi/automation";
import { engineTrouble } from "./failures";

const execute = promisify(execFile);
const maxBuffer = 256 * 1024 * 1024;

/** Runs one command of the engine that the Automation API has no method for; answers its standard output. */
export async function runPulumi(stack: Stack, args: readonly string[]): Promise<string> {
  const { pulumiCommand, workDir, envVars, pulumiHome } = stack.workspace;
  const env = { ...process.env, ...envVars, ...(pulumiHome ? { PULUMI_HOME: pulumiHome } : {}) };
  const all = [...args, "--stack", stack.name, "--non-interactive"];
  try {
    const { stdout } = await execute(pulumiCommand.command, all, { cwd: workDir, env, maxBuffer });
    return stdout;
  } catch (error) {
    throw engineTrouble((error as { stderr?: string }).stderr ?? String(error), stack.name);
  }
}
