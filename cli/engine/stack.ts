import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CommandError, type PulumiCommand, LocalWorkspace, Stack } from "@pulumi/pulumi/automation";
import { stringify } from "yaml";
import { stateFileIn } from "../../state/file-backend";
import { sandboxFolders, sandboxPlace } from "../folders";
import type { Project } from "../project";
import { engineTrouble } from "./failures";
import type { Target } from "./target";

/**
 * Opens a stack of the project on the target. On the sandbox a missing stack is made; on a backend it is the person's own
 * to make. `workDir` is the folder of its program, where that is not the project's own.
 */
export async function openStack(
  project: Project & { workDir?: string },
  name: string,
  target: Target,
  pulumiCommand: PulumiCommand,
): Promise<Stack> {
  try {
    if (target.sandbox && !existsSync(stateFile(project, name))) {
      await makeSandboxStack(project, name, target, pulumiCommand);
    }
    const folder = project.workDir ?? project.root;
    return quietAfterUpdates(
      await Stack.select(name, await workspace(folder, target, pulumiCommand)),
    );
  } catch (error) {
    if (error instanceof CommandError) throw engineTrouble(error.message, name);
    throw error;
  }
}

/**
 * After each update the Automation API asks the engine for the stack's outputs, twice, and for its history: three more
 * processes, each of which opens the state and its secrets anew, for answers that nobody reads here.
 */
function quietAfterUpdates(stack: Stack): Stack {
  return Object.assign(stack, {
    outputs: () => Promise.resolve({}),
    info: () => Promise.resolve(undefined),
  });
}

/** The file that holds a sandbox stack's state. */
export function stateFile(project: Project, stack: string): string {
  return stateFileIn(sandboxPlace(project, stack));
}

/**
 * `pulumi stack init` always writes its salt into the stack file of its folder, so it runs in a folder
 * that holds nothing but the project's name.
 */
async function makeSandboxStack(
  project: Project,
  name: string,
  target: Target,
  pulumiCommand: PulumiCommand,
) {
  const { runs } = sandboxFolders(project);
  mkdirSync(runs, { recursive: true });
  const folder = mkdtempSync(path.join(runs, "init-"));
  try {
    const text = stringify({ name: project.name, runtime: "nodejs" });
    writeFileSync(path.join(folder, "Pulumi.yaml"), text);
    await Stack.create(name, await workspace(folder, target, pulumiCommand));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function workspace(
  workDir: string,
  { env, pulumiHome }: Target,
  pulumiCommand: PulumiCommand,
): Promise<LocalWorkspace> {
  return LocalWorkspace.create({ workDir, pulumiHome, envVars: env, pulumiCommand });
}
