import { accessSync, constants, realpathSync, statSync } from "node:fs";
import { delimiter, join, sep } from "node:path";
import { type Environment } from "./places";

/** Files of one of these names on PATH that can be run, in PATH's order. */
export function onPath(names: readonly string[], env: Environment): string[] {
  const folders = (env.PATH ?? env.Path ?? "").split(delimiter).filter(Boolean);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).filter(isExecutable);
}

/** A file that is not empty and has its run bit. */
export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    const stat = statSync(file);
    return stat.isFile() && stat.size > 0;
  } catch {
    return false;
  }
}

/** npm puts `node_modules/.bin` first on the PATH of its scripts: what lies there is a wrapper, not a program. */
export function isNpmWrapper(file: string): boolean {
  return [file, realpathSync(file)].some((path) => path.split(sep).includes("node_modules"));
}
