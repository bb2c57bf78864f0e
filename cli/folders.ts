import path from "node:path";
import type { StackPlace } from "../state/file-backend";
import type { Project } from "./project";

/** Everything that runs on the sandbox write stays in this folder of the project, which git ignores. */
export const workFolder = ".groundwork";

export interface SandboxFolders {
  /** The cloud: ledger, key, faults. */
  cloud: string;
  /** `PULUMI_HOME`: else the sandbox would change the person's selected stack. */
  home: string;
  state: string;
  runs: string;
}

export function sandboxFolders(project: Project): SandboxFolders {
  const base = path.join(project.root, workFolder);
  return {
    cloud: path.join(base, "sandbox"),
    home: path.join(base, "home"),
    state: path.join(base, "state"),
    runs: path.join(base, "runs"),
  };
}

/** Where the engine keeps the state of a stack on the sandbox, and its locks. */
export function sandboxPlace(project: Project, stack: string): StackPlace {
  return { folder: sandboxFolders(project).state, project: project.name, stack };
}
