import { standInPrefix } from "../config/stand-in";
import type { DeclaredResource } from "../core/resource";
import { runProgram } from "../offline/program";
import type { Project } from "./project";
import { readStackInput, type StackInput } from "./stack-input";

export interface Compiled {
  project: Project;
  /** Absolute path of the project's compiled program. */
  program: string;
}

export interface DeclaredStack {
  input: StackInput;
  resources: DeclaredResource[];
}

/**
 * What the program declares for a stack, without an engine, account or network. A given `text` is read in place of what the
 * stack's file holds.
 */
export async function declareStack(
  compiled: Compiled,
  stack: string,
  text?: string,
): Promise<DeclaredStack> {
  const input = readStackInput(compiled.project, stack, text);
  const resources = await declaredBy(compiled, stack, input.file);
  return { input, resources };
}

/** The same for a stack file that has been read. */
export function declaredBy(
  { project, program }: Compiled,
  stack: string,
  { config, secretKeys }: StackInput["file"],
): Promise<DeclaredResource[]> {
  return runProgram({
    project: project.name,
    stack,
    config,
    secretKeys,
    projectDir: project.root,
    program,
    unknownTexts: [standInPrefix],
  });
}
