import { type ProgressStream } from "../../sandbox/engine/progress.mjs";

export interface InstallOptions {
  /** What is run instead of `npm ci`. */
  npm?: { command: string; args: string[] };
  stream?: ProgressStream;
}

/** Whether node_modules holds what the lock file says. */
export function dependenciesAreCurrent(projectDir: string): boolean;

/** Runs `npm ci`. Answers the problem in four parts, or undefined when all is installed. */
export function installDependencies(
  projectDir: string,
  options?: InstallOptions,
): Promise<string | undefined>;
