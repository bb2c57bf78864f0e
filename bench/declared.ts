import { readFileSync } from "node:fs";
import path from "node:path";
import { standInPrefix } from "../config/stand-in";
import { type StackFile, readStackFile } from "../config/stack-file";
import type { DeclaredResource } from "../core/resource";
import { runProgram } from "../offline/program";

export const project = "groundwork";

/** What a compiled program declares for a stack file, offline. */
export async function declared(
  program: string,
  file: string,
): Promise<{ stack: string; stackFile: StackFile; resources: DeclaredResource[] }> {
  const stack = path.basename(file, ".yaml").replace("Pulumi.", "");
  const stackFile = readStackFile(readFileSync(file, "utf8"), file, project);
  const { config, secretKeys } = stackFile;
  const resources = await runProgram({
    project,
    stack,
    config,
    secretKeys,
    projectDir: process.cwd(),
    program,
    unknownTexts: [standInPrefix],
  });
  return { stack, stackFile, resources };
}
