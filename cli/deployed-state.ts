import { existsSync, readFileSync } from "node:fs";
import type { Deployment } from "../state/checkpoint";
import type { Context } from "./context";
import { engineCommand } from "./engine/command";
import { runPulumi } from "./engine/pulumi";
import { openStack, stateFile } from "./engine/stack";
import { openBackend } from "./engine/target";
import type { Project } from "./project";

/** A stack of a project, on the sandbox or on the person's backend. */
export interface DeployedStack {
  context: Context;
  project: Project;
  stack: string;
  sandbox: boolean;
}

/** What the stack has in its provider's cloud, as its state tells; empty where it was never up. Secrets stay encrypted. */
export async function deployedState(where: DeployedStack): Promise<Deployment> {
  return where.sandbox ? sandboxState(where) : backendState(where);
}

/** The sandbox's state is a file: neither engine nor servers are needed to read it. */
function sandboxState({ project, stack }: DeployedStack): Deployment {
  const file = stateFile(project, stack);
  if (!existsSync(file)) return { version: 3, deployment: {} };
  const { checkpoint } = JSON.parse(readFileSync(file, "utf8")) as {
    checkpoint?: { latest?: Deployment["deployment"] };
  };
  return { version: 3, deployment: checkpoint?.latest ?? {} };
}

async function backendState({ context, project, stack }: DeployedStack): Promise<Deployment> {
  const target = openBackend(project, context.env);
  const engine = await engineCommand(context);
  Object.assign(target.env, engine.env);
  context.terminal.note(`${target.label} · ${project.name} · stack ${stack}`);
  const opened = await openStack(project, stack, target, engine.command);
  return JSON.parse(await runPulumi(opened, ["stack", "export"])) as Deployment;
}
