import path from "node:path";
import { PulumiCommand } from "@pulumi/pulumi/automation";
import type { FoundEngine } from "../../sandbox/engine/locate";
import { obtainEngine, readyEngine } from "../../sandbox/engine/obtain";
import { projectPlaces } from "../../sandbox/engine/places";
import type { Context } from "../context";

/** The engine as the Automation API wants it; gets one first where there is none. */
export async function enginePulumi(context: Context): Promise<PulumiCommand> {
  const engine = await ensureEngine(context);
  // An engine at the npm package's place is named by its root; any other is found on PATH.
  const root = engine.source === "PATH" ? undefined : path.dirname(path.dirname(engine.path));
  return PulumiCommand.get({ root });
}

/** Says on standard error what it does when that takes a while. */
export async function ensureEngine({ env, packageRoot }: Context): Promise<FoundEngine> {
  const project = projectPlaces(packageRoot);
  return readyEngine(env, project) ?? (await obtainEngine({ env, project }));
}
