import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build, buildFailures } from "../build.mjs";
import { dependenciesAreCurrent, installDependencies } from "./dependencies.mjs";
import { projectDir } from "./project.mjs";

/** What scripts/setup.mjs does once Node is new enough. Sets the exit code. */
export async function main(flags) {
  const unknown = flags.filter((flag) => !["--no-engine", "--engine"].includes(flag));
  if (unknown.length > 0) {
    return refuse(`setup: got ${unknown.join(" ")}; expected --no-engine, --engine or nothing`);
  }
  if (!(await filesAreReady(flags.includes("--engine") ? ENGINE_FILES : []))) return;
  if (!flags.includes("--no-engine")) await getEngine();
}

/** What getting the engine needs, though the program may not compile at the moment. */
const ENGINE_FILES = ["dist/engine.cjs", "dist/language-host.cjs"];

/** Dependencies and compiled files, by name or all. False when something failed; the exit code is set then. */
export async function filesAreReady(names = []) {
  if (!dependenciesAreCurrent(projectDir)) {
    const problem = await installDependencies(projectDir);
    if (problem) return refuse(problem);
  }
  const { failed } = await build({ names });
  if (failed.length === 0) return true;
  for (const line of buildFailures(failed)) console.error(line);
  process.exitCode = 1;
  return false;
}

function refuse(message) {
  console.error(message);
  process.exitCode = 2;
  return false;
}

/** In a process of its own, so that an interrupt ends what it started; none when there is nothing to get. */
async function getEngine() {
  const program = join(projectDir, "dist", "engine.cjs");
  if (existsSync(program) && createRequire(import.meta.url)(program).readyNow()) return;
  process.exitCode = await new Promise((resolve) => {
    const child = spawn(process.execPath, [program], { stdio: "inherit" });
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
      process.on(signal, () => child.kill(signal));
    child.once("error", () => resolve(2));
    child.once("close", (code) => resolve(code ?? 2));
  });
}
