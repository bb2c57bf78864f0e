import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { stringify } from "yaml";
import { sandboxCopy } from "../../config/stack-file";
import { bundle, type Context } from "../context";
import { workFolder } from "../folders";
import type { Project } from "../project";
import type { StackInput } from "../stack-input";

/** The program of bootstrap as a Pulumi project of its own, so that no stack holds what all stacks need. */
export interface BootstrapProgram {
  /** Named after the project; state on the sandbox lies with the project's own. */
  project: Project & { workDir: string };
  /** Folder with Pulumi.yaml. */
  folder: string;
  /** The owner's stack file, without what is encrypted: bootstrap needs no secret. */
  configFile: string;
}

export function writeProgram(
  context: Context,
  project: Project,
  { stack, text, file }: StackInput,
): BootstrapProgram {
  const folder = path.join(project.root, workFolder, "bootstrap");
  mkdirSync(folder, { recursive: true });
  const name = `${project.name}-bootstrap`;
  const runtime = { name: "nodejs", options: { typescript: false } };
  const write = (at: string, content: string) => {
    const target = path.join(folder, at);
    writeFileSync(target, content, { mode: 0o600 });
    return target;
  };
  write("Pulumi.yaml", stringify({ name, runtime, main: "index.cjs" }));
  write("package.json", JSON.stringify({ name, main: "index.cjs", private: true }));
  const program = JSON.stringify(bundle(context, "bootstrap"));
  write("index.cjs", `module.exports = require(${program});\n`);
  const config = sandboxCopy(text, file.missingSecrets, project.name);
  const configFile = write(`config-${stack}.yaml`, config);
  return {
    project: { root: project.root, name, stacks: [stack], workDir: folder },
    folder,
    configFile,
  };
}
