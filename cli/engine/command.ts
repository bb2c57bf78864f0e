import path from "node:path";
import { PulumiCommand } from "@pulumi/pulumi/automation";
import { type FoundEngine, withEngineOnPath } from "../../sandbox/engine/locate";
import { obtainEngine, readyEngine } from "../../sandbox/engine/obtain";
import { projectPlaces } from "../../sandbox/engine/places";
import type { Context } from "../context";
import { refuseVariables } from "./variables";

export interface EngineCommand {
  command: PulumiCommand;
  version: string;
  /** For every process that the engine starts: it then finds the language host that belongs to it. */
  env: Record<string, string>;
}

/** The engine as the Automation API wants it; gets one first where there is none. */
export async function engineCommand(context: Context): Promise<EngineCommand> {
  refuseVariables(context.env);
  const engine = await ensureEngine(context);
  // An engine at the npm package's place is named by its root; any other is found on PATH.
  const root = engine.source === "PATH" ? undefined : path.dirname(path.dirname(engine.path));
  const { PATH = "" } = withEngineOnPath(context.env, engine);
  const command = await PulumiCommand.get({ root });
  return { command, version: command.version?.version ?? "unknown", env: { PATH } };
}

/** Says on standard error what it does when that takes a while. */
async function ensureEngine({ env, packageRoot }: Context): Promise<FoundEngine> {
  const project = projectPlaces(packageRoot);
  return readyEngine(env, project) ?? (await obtainEngine({ env, project }));
}
