import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import path from "node:path";
import { openSandbox } from "../../../cli/engine/sandbox-target";
import { stateFile } from "../../../cli/engine/stack";
import { sandboxFolders } from "../../../cli/folders";
import { findProject, type Project } from "../../../cli/project";
import { readStackFile, sandboxCopy } from "../../../config/stack-file";
import { build, buildFailures } from "../../../scripts/build.mjs";
import { pulumiOn } from "./pulumi";
import { savedAtEnd, type ScratchProject } from "./scratch-project";

const daemon = path.resolve(__dirname, "../../../dist/sandbox.cjs");

/**
 * Brings a stack of the project to what its file says by the engine alone, a third of the work of `up`: nothing is
 * previewed, approved or judged. For what a test begins with, and for what it asks of providers rather than of our gate.
 */
export async function apply(scratch: ScratchProject, stack: string): Promise<void> {
  const { failed } = await build({ names: ["dist/sandbox.cjs"] });
  if (failed.length > 0) throw new Error(buildFailures(failed).join("\n"));
  const project = findProject(scratch.root);
  const target = await openSandbox(project, daemon);
  const env = { ...target.env, ...savedAtEnd, PULUMI_HOME: target.pulumiHome, NO_COLOR: "1" };
  try {
    const folder = runFolder(project, stack);
    if (!existsSync(stateFile(project, stack))) await makeStack(project, stack, folder, env);
    const name = `Pulumi.${stack}.yaml`;
    const text = scratch.read(name);
    const copy = path.join(folder, name);
    writeFileSync(copy, sandboxCopy(text, readStackFile(text, name, project.name).missingSecrets));
    const update = ["up", "--yes", "--skip-preview", "--stack", stack, "--config-file", copy];
    await pulumiOn(scratch.root, update, env);
  } finally {
    await target.release();
  }
}

function runFolder(project: Project, stack: string): string {
  return mkdtempSync(path.join(sandboxFolders(project).runs, `${stack}-`));
}

/** The engine writes a salt into the stack file of the folder that it makes a stack in: not into the project's. */
async function makeStack(
  { name }: Project,
  stack: string,
  folder: string,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  writeFileSync(path.join(folder, "Pulumi.yaml"), JSON.stringify({ name, runtime: "nodejs" }));
  await pulumiOn(folder, ["stack", "init", stack, "--no-select"], env);
}
