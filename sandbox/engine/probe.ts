import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Environment, pulumiHome } from "./places";
import { versionIn } from "./versions";

/**
 * Version of an engine, by asking it once: the answer is kept beside its size and time, since starting it costs a
 * quarter of a second. Undefined when it gives none.
 */
export function engineVersion(file: string, env: Environment): string | undefined {
  const { size, mtimeMs } = statSync(file);
  const known = readKnown(env);
  const key = `${file}:${size}:${mtimeMs}`;
  if (known[key]) return known[key];
  const version = askVersion(file, env);
  if (version) remember(env, { [key]: version });
  return version;
}

/** Asks the engine itself. */
export function askVersion(file: string, env: Environment): string | undefined {
  const { stdout, status } = spawnSync(file, ["version"], {
    env: { ...env, PULUMI_SKIP_UPDATE_CHECK: "true" },
    encoding: "utf8",
    timeout: 20_000,
  });
  return status === 0 ? versionIn(stdout) : undefined;
}

function memory(env: Environment): string {
  return join(pulumiHome(env), "versions", ".groundwork-engines.json");
}

function readKnown(env: Environment): Record<string, string> {
  try {
    return JSON.parse(readFileSync(memory(env), "utf8")) as Record<string, string>;
  } catch {
    return {};
  }
}

/** Only a memory: where it cannot be written, the engine is asked again. */
function remember(env: Environment, known: Record<string, string>): void {
  const file = memory(env);
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(temporary, JSON.stringify(known));
    renameSync(temporary, file);
  } catch {
    return;
  }
}
