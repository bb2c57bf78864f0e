import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { type PackageManagerOption } from "./options";

export type PackageManager = Exclude<PackageManagerOption, "auto">;

/** Lock files in the order in which the official host looks for them. */
const LOCK_FILES: readonly (readonly [string, PackageManager])[] = [
  ["yarn.lock", "yarn"],
  ["pnpm-lock.yaml", "pnpm"],
  ["bun.lock", "bun"],
  ["bun.lockb", "bun"],
  ["package-lock.json", "npm"],
];

/** The package manager that the project names, else the one whose lock file is nearest, else npm. */
export function packageManagerFor(option: PackageManagerOption, folder: string): PackageManager {
  if (option !== "auto") return option;
  for (let at = folder; ; at = dirname(at)) {
    const found = LOCK_FILES.find(([file]) => existsSync(join(at, file)));
    if (found) return found[1];
    if (dirname(at) === at) return "npm";
  }
}

/**
 * Undefined when it is not there or does not answer. The engine asks at the beginning of every run, and starting a package
 * manager takes a quarter of a second: one that lies in a package of its name is not started, since that says its version.
 */
export function packageManagerVersion(manager: PackageManager): string | undefined {
  return versionBeside(manager) ?? versionItSays(manager);
}

/** From the package that the command on PATH leads into: `npm/bin/npm-cli.js` lies in `npm`. */
function versionBeside(manager: PackageManager): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const command = folders.map((folder) => join(folder, manager)).find((file) => existsSync(file));
  if (command === undefined) return undefined;
  try {
    const manifest = join(dirname(realpathSync(command)), "..", "package.json");
    const { name, version } = JSON.parse(readFileSync(manifest, "utf8")) as Manifest;
    return name === manager && typeof version === "string" ? version : undefined;
  } catch {
    return undefined;
  }
}

interface Manifest {
  name?: unknown;
  version?: unknown;
}

function versionItSays(manager: PackageManager): string | undefined {
  const { stdout, status } = spawnSync(manager, ["--version"], {
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  return status === 0 ? stdout.trim() : undefined;
}
