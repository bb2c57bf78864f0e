import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
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

/** Undefined when it is not there or does not answer. */
export function packageManagerVersion(manager: PackageManager): string | undefined {
  const { stdout, status } = spawnSync(manager, ["--version"], {
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  return status === 0 ? stdout.trim() : undefined;
}
