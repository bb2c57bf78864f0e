import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { declareStack } from "../../cli/declare";
import { bundleOptions, entryOf } from "../../cli/program-bundle";
import { findProject } from "../../cli/project";
import { costedStack } from "../../cost/costed-stack";
import type { CostedStack } from "../../cost/estimate";

/** The repository's own stacks as estimates see them, by a program that is compiled for this alone. */
export async function costedStacks(root: string): Promise<CostedStack[]> {
  const project = findProject(root);
  const dist = path.join(root, "dist");
  mkdirSync(dist, { recursive: true });
  const folder = mkdtempSync(path.join(dist, "costs-"));
  try {
    const program = path.join(folder, "program.cjs");
    await build({ ...bundleOptions(project, entryOf(project)), outfile: program });
    const stacks: CostedStack[] = [];
    for (const stack of project.stacks) {
      const { resources } = await declareStack({ project, program }, stack);
      stacks.push(costedStack(stack, resources));
    }
    return stacks;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
