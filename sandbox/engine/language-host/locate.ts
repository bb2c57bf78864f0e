import { createRequire } from "node:module";
import { join } from "node:path";

export interface ModuleQuestion {
  /** What to resolve, for example `@pulumi/pulumi/cmd/run`. */
  module: string;
  /** Folder that asks: a program, pack or plugin brings its own SDK. */
  from: string;
  /** Command that a person runs when it is missing. */
  install: string;
}

/** File of a module, as a program in that folder would load it. @throws Error naming the command that installs it. */
export function locateModule({ module, from, install }: ModuleQuestion): string {
  try {
    return createRequire(join(from, "index.js")).resolve(module);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") throw error;
    throw new Error(
      `It looks like the Pulumi SDK has not been installed. Have you run ${install}?`,
      { cause: error },
    );
  }
}
