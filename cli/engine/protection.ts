import { readFileSync } from "node:fs";
import type { Stack } from "@pulumi/pulumi/automation";
import { parseUrn } from "../../core/urn";

interface Checkpoint {
  checkpoint?: { latest?: { resources?: { urn: string; protect?: boolean }[] } };
}

/** Lifts `protect` from every resource of a stack with file state; answers the names of those that had it. */
export async function unprotectAll(stack: Stack, stateFile: string): Promise<string[]> {
  const { checkpoint } = JSON.parse(readFileSync(stateFile, "utf8")) as Checkpoint;
  const guarded = (checkpoint?.latest?.resources ?? []).filter((resource) => resource.protect);
  if (guarded.length === 0) return [];
  const { pulumiCommand, workDir, envVars, pulumiHome } = stack.workspace;
  const args = ["state", "unprotect", "--all", "--yes", "--stack", stack.name];
  const env = { ...envVars, ...(pulumiHome ? { PULUMI_HOME: pulumiHome } : {}) };
  await pulumiCommand.run(args, workDir, env);
  return guarded.map((resource) => parseUrn(resource.urn).name);
}
