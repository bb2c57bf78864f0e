import { execFile, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { locateEngine, withEngineOnPath } from "../../../sandbox/engine/locate";

const execute = promisify(execFile);

/** Runs the engine itself on a project's sandbox state, as a person with its passphrase could. */
export function pulumi(root: string, args: readonly string[]): Promise<string> {
  const work = path.join(root, ".groundwork");
  return pulumiOn(root, args, {
    PULUMI_HOME: path.join(work, "home"),
    PULUMI_BACKEND_URL: `file://${path.join(work, "state")}`,
    PULUMI_CONFIG_PASSPHRASE: readFileSync(path.join(work, "passphrase"), "utf8"),
  });
}

/** Runs the engine in a folder, on whatever backend the environment names. */
export async function pulumiOn(
  cwd: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<string> {
  const { file, all } = engineFor(env);
  const { stdout } = await execute(file, [...args, "--non-interactive"], {
    cwd,
    env: all,
    // A whole state is printed too.
    maxBuffer: 256 * 1024 * 1024,
  });
  return stdout;
}

/** Starts the engine and leaves the rest to whoever started it. */
export function startPulumi(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv) {
  const { file, all } = engineFor(env);
  return spawn(file, [...args, "--non-interactive"], { cwd, env: all, stdio: "ignore" });
}

function engineFor(env: NodeJS.ProcessEnv) {
  const engine = locateEngine(process.env);
  if (!engine.found) throw new Error(engine.reason);
  const all = withEngineOnPath({ ...process.env, PULUMI_SKIP_UPDATE_CHECK: "1", ...env }, engine);
  return { file: engine.path, all: { ...all } };
}
