import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Environment, versionFolder } from "./places";

/** Folders that `inTemporaryFolder` made, for who removes what a killed run left. */
export const TEMPORARY = /^\.(download|build)-\d+$/;

/** Where they are: beside the installed versions, on the same disk, not in a temporary folder that may be small. */
export function temporaryRoot(env: Environment): string {
  return dirname(versionFolder(env));
}

/** Gives `action` a new folder that is gone after it, also when this process is interrupted. */
export async function inTemporaryFolder<T>(
  kind: "download" | "build",
  env: Environment,
  action: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = join(temporaryRoot(env), `.${kind}-${process.pid}`);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  process.once("exit", remove);
  try {
    return await action(folder);
  } finally {
    process.removeListener("exit", remove);
    remove();
  }
}
