import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isExecutable } from "./executables";
import { ENGINE_FILE, engineFolder, type Environment, versionFolder } from "./places";
import { askVersion } from "./probe";
import { runTool } from "./run-tool";
import { type EngineSource, type SourceContext } from "./sources";
import { inTemporaryFolder } from "./temporary";
import { ENGINE_VERSION } from "./versions";

/**
 * The npm package `pulumi` downloads the official release, language hosts included. It works in a home of its own that
 * is moved into place when it is whole: an interrupted download must not look like an engine.
 */
export const fromNpm: EngineSource = {
  label: `Downloading the Pulumi engine ${ENGINE_VERSION}`,
  hint: "once, about 200 MB",
  async obtain(context: SourceContext) {
    if (!existsSync(context.project.npmWrapper)) return "the npm package pulumi is not installed";
    return inTemporaryFolder("download", context.env, (home) => downloadTo(home, context));
  },
};

async function downloadTo(home: string, { env, project, step, share }: SourceContext) {
  const { code, tail } = await runTool({
    command: process.execPath,
    args: [project.npmWrapper, "version"],
    env: wrapperEnvironment(env, home),
    onLine: (line) => step.update(line),
    onStart: share,
  });
  const said = tail.at(-1) ?? "nothing";
  if (code !== 0) return `the npm package pulumi could not download it (${said})`;
  return moveIntoPlace({ PULUMI_HOME: home }, env);
}

function wrapperEnvironment(env: Environment, home: string): NodeJS.ProcessEnv {
  // The wrapper would follow PULUMI_VERSION to another engine.
  return { ...env, PULUMI_HOME: home, PULUMI_VERSION: "", PULUMI_SKIP_UPDATE_CHECK: "true" };
}

function moveIntoPlace(from: Environment, to: Environment): string | undefined {
  const file = join(engineFolder(from), ENGINE_FILE);
  if (!isExecutable(file) || askVersion(file, from) !== ENGINE_VERSION) {
    return "what the npm package pulumi downloaded does not run";
  }
  mkdirSync(versionFolder(to), { recursive: true });
  rmSync(engineFolder(to), { recursive: true, force: true });
  renameSync(engineFolder(from), engineFolder(to));
  return undefined;
}
