import { homedir } from "node:os";
import path from "node:path";

/** Where the engine's backend keeps a stack's lock files (`pkg/backend/diy/lock.go`). */
export interface StackPlace {
  /** Folder of a `file://` backend: see `fileBackendFolder`. */
  folder: string;
  project: string;
  stack: string;
}

const scheme = "file://";

/**
 * The folder that a `file://` backend URL names, as the engine reads it: `~` is the home folder, a relative path
 * counts from `cwd`, a query is left out. Undefined for backends that are no folder (`s3://`, `https://`).
 */
export function fileBackendFolder(url: string, cwd: string): string | undefined {
  if (!url.startsWith(scheme)) return undefined;
  const [plain = ""] = url.slice(scheme.length).split("?");
  if (plain === "~" || plain.startsWith("~/")) return path.join(homedir(), plain.slice(1));
  return path.resolve(cwd, plain);
}

export function lockFolder({ folder, project, stack }: StackPlace): string {
  return path.join(folder, ".pulumi", "locks", "organization", project, stack);
}

/** The file that holds a stack's state; the engine keeps the one before it beside it, as `.bak`. */
export function stateFileIn({ folder, project, stack }: StackPlace): string {
  return path.join(folder, ".pulumi", "stacks", project, `${stack}.json`);
}
