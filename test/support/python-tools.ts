import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);
const repository = path.resolve(__dirname, "../..");

export interface PythonTools {
  /** Names the folder below `.groundwork`, and the tools in messages. */
  name: string;
  /** What has to be installed, with the hash of each file. */
  requirements: string;
  /** What is not tested without it. */
  proves: string;
}

/**
 * The folder of executables of a virtual environment for exactly these requirements, made once. Without Python or a
 * package index it throws: what it proves is then not proven.
 */
export async function installPython({ name, requirements, proves }: PythonTools): Promise<string> {
  const home = path.join(repository, ".groundwork", name);
  const digest = createHash("sha256").update(readFileSync(requirements)).digest("hex");
  const folder = path.join(home, digest.slice(0, 12));
  const executables = path.join(folder, "bin");
  const complete = path.join(folder, "complete");
  if (existsSync(complete)) return executables;
  rmSync(home, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const flags = ["--quiet", "--disable-pip-version-check", "--no-compile", "--no-deps"];
  const install = ["-m", "pip", "install", ...flags, "--require-hashes", "-r", requirements];
  try {
    await execute("python3", ["-m", "venv", folder]);
    await execute(path.join(executables, "python"), install);
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    throw new Error(
      `${name} cannot be installed, so that ${proves}. It needs python3 (3.10 or newer) with venv, and a package ` +
        `index. ${stderr?.trim() ? stderr : message}`,
      { cause: error },
    );
  }
  writeFileSync(complete, "");
  return executables;
}
