import path from "node:path";
import { sandboxFolders } from "./folders";
import { findProject, type Project } from "./project";
import type { Terminal } from "./terminal";

/** What every command gets: no command looks any of it up by itself, so that tests can pass their own. */
export interface Context {
  terminal: Terminal;
  /** The folder that the person stands in, or named with -C. */
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Where Groundwork itself is installed: its packs, bundles and engine build. */
  packageRoot: string;
  clock: () => Date;
  format: Format;
}

/** Forms that every result has. */
export const formats = ["text", "json"] as const;
/** Forms that a bill has. */
export const billFormats = [...formats, "csv", "markdown"] as const;
export type Format = (typeof billFormats)[number];

/** What a command comes to: 0 clean, 1 a finding or the person's own file, 2 provider, engine or machine. */
export type ExitCode = 0 | 1 | 2;

export function projectOf(context: Context): Project {
  return findProject(context.cwd);
}

/** Where the project's sandbox cloud keeps its ledger, key and faults. */
export function cloudFolder(context: Context): string {
  return sandboxFolders(projectOf(context)).cloud;
}

/** A bundle that the build made of one of our entry points. */
export function bundle(
  context: Context,
  name: "program" | "bootstrap" | "sandbox" | "engine",
): string {
  return path.join(context.packageRoot, "dist", `${name}.cjs`);
}
