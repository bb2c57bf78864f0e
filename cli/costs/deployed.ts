import { existsSync, readFileSync } from "node:fs";
import type { DeclaredResource } from "../../core/resource";
import type { Deployment } from "../../state/checkpoint";
import { declaredIn } from "../../state/declared";
import { type Context } from "../context";
import { engineCommand } from "../engine/command";
import { runPulumi } from "../engine/pulumi";
import { openStack, stateFile } from "../engine/stack";
import { openBackend } from "../engine/target";
import { readExportedState } from "../exported-state";
import type { Project } from "../project";

interface Deployed {
  context: Context;
  project: Project;
  stack: string;
  sandbox: boolean;
}

/** What the stack has in its provider's cloud, as its state tells; nothing where it was never up. */
export async function deployedResources(where: Deployed): Promise<DeclaredResource[]> {
  const resources = declaredIn(where.sandbox ? sandboxState(where) : await backendState(where));
  if (resources.length === 0) where.context.terminal.note(`${where.stack}: nothing is deployed`);
  return resources;
}

/** What an exported state holds. */
export async function exportedResources(
  context: Context,
  file: string,
): Promise<DeclaredResource[]> {
  return declaredIn(await readExportedState(context, file));
}

/** The sandbox's state is a file: neither engine nor servers are needed to read it. */
function sandboxState({ project, stack }: Deployed): Deployment {
  const file = stateFile(project, stack);
  if (!existsSync(file)) return { version: 3, deployment: {} };
  const { checkpoint } = JSON.parse(readFileSync(file, "utf8")) as {
    checkpoint?: { latest?: Deployment["deployment"] };
  };
  return { version: 3, deployment: checkpoint?.latest ?? {} };
}

/** Secrets stay encrypted: no price rests on one. */
async function backendState({ context, project, stack }: Deployed): Promise<Deployment> {
  const target = openBackend(project, context.env);
  const engine = await engineCommand(context);
  Object.assign(target.env, engine.env);
  context.terminal.note(`${target.label} · ${project.name} · stack ${stack}`);
  const opened = await openStack(project, stack, target, engine.command);
  return JSON.parse(await runPulumi(opened, ["stack", "export"])) as Deployment;
}
