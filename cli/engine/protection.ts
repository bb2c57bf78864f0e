import { readFileSync } from "node:fs";
import type { Stack } from "@pulumi/pulumi/automation";
import { parseUrn } from "../../core/urn";
import { runPulumi } from "./pulumi";

interface Checkpoint {
  checkpoint?: { latest?: { resources?: { urn: string; protect?: boolean }[] } };
}

/** Lifts `protect` from every resource of a stack with file state; answers the names of those that had it. */
export async function unprotectAll(stack: Stack, stateFile: string): Promise<string[]> {
  const { checkpoint } = JSON.parse(readFileSync(stateFile, "utf8")) as Checkpoint;
  const guarded = (checkpoint?.latest?.resources ?? []).filter((resource) => resource.protect);
  if (guarded.length === 0) return [];
  await runPulumi(stack, ["state", "unprotect", "--all", "--yes"]);
  return guarded.map((resource) => parseUrn(resource.urn).name);
}
