import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { type Compiled, declareStack } from "../../cli/declare";
import { bundleOptions, entryOf } from "../../cli/program-bundle";
import { findProject } from "../../cli/project";
import { costedStack } from "../../cost/costed-stack";
import type { CostedStack } from "../../cost/estimate";

/** The repository's own stacks as estimates see them. */
export function costedStacks(root: string): Promise<CostedStack[]> {
  return withProgram(root, async (compiled) => {
    const stacks: CostedStack[] = [];
    for (const stack of compiled.project.stacks) {
      const { resources } = await declareStack(compiled, stack);
      stacks.push(costedStack(stack, resources));
    }
    return stacks;
  });
}

/** Runs something with the repository's own program, which is compiled for this alone. */
export async function withProgram<T>(
  root: string,
  run: (compiled: Compiled) => Promise<T>,
): Promise<T> {
  const project = findProject(root);
  const dist = path.join(root, "dist");
  mkdirSync(dist, { recursive: true });
  const folder = mkdtempSync(path.join(dist, "costs-"));
  try {
    const program = path.join(folder, "program.cjs");
    await build({ ...bundleOptions(project, entryOf(project)), outfile: program });
    return await run({ project, program });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
