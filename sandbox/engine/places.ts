import { homedir } from "node:os";
import { join } from "node:path";
import { ENGINE_VERSION } from "./versions";

const windows = process.platform === "win32";

export const ENGINE_FILE = windows ? "pulumi.exe" : "pulumi";

/** Names under which an engine looks for its Node language host, best first. */
export const HOST_FILES = windows
  ? ["pulumi-language-nodejs.exe", "pulumi-language-nodejs.cmd"]
  : ["pulumi-language-nodejs"];

export type Environment = Readonly<Record<string, string | undefined>>;

/** Pulumi's own folder of a person: `PULUMI_HOME`, else `~/.pulumi`. */
export function pulumiHome(env: Environment): string {
  return env.PULUMI_HOME || join((windows ? env.USERPROFILE : env.HOME) || homedir(), ".pulumi");
}

/** Where the npm package `pulumi` installs the engine and looks for it, without the `bin` below. */
export function versionFolder(env: Environment): string {
  return join(pulumiHome(env), "versions", ENGINE_VERSION);
}

/** Folder of the installed engine and its language hosts. */
export function engineFolder(env: Environment): string {
  return join(versionFolder(env), "bin");
}

/** What set-up needs from a clone of this project. */
export interface ProjectPlaces {
  /** Downloads the engine where the internet can be reached. */
  npmWrapper: string;
  /** Folder with go.mod and go.sum of the engine. */
  goModule: string;
  /** Our language host, compiled. */
  languageHost: string;
}

export function projectPlaces(projectDir: string): ProjectPlaces {
  return {
    npmWrapper: join(projectDir, "node_modules", "pulumi", "run.js"),
    goModule: join(projectDir, "sandbox", "engine"),
    languageHost: join(projectDir, "dist", "language-host.cjs"),
  };
}
