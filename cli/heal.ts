import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Stack } from "@pulumi/pulumi/automation";
import { parseDocument } from "yaml";
import { findByUrn } from "../sandbox/client";
import type { Deployment } from "../state/checkpoint";
import { type HealWorld, heal } from "../state/heal";
import { thisHost } from "../state/host";
import { runPulumi } from "./engine/pulumi";
import { stateFile } from "./engine/stack";
import type { Target } from "./engine/target";
import { sandboxFolders } from "./folders";
import type { Project } from "./project";

export interface HealContext {
  project: Project;
  stack: Stack;
  target: Target;
  /** Folder of this command's own files. */
  folder: string;
  /** As for any run of the engine: a copy on the sandbox. */
  configFile: string | undefined;
  note: (text: string) => void;
}

/** Settles what a killed run left in the state: its lock, and what it was making. */
export function healStack(context: HealContext): Promise<void> {
  const { project, stack, target, note } = context;
  const world: HealWorld = {
    project: project.name,
    stack: stack.name,
    backendUrl: target.backendUrl,
    cwd: project.root,
    // The sandbox's state is written by this folder's own commands alone.
    host: target.sandbox ? thisHost(true) : thisHost(),
    now: () => new Date(),
    note,
    exportDeployment: () => exportDeployment(context),
    importDeployment: (deployment) => importDeployment(context, deployment),
    importResources: (file, salt) => importResources(context, file, salt),
    refresh: (urns) => refresh(context, urns),
  };
  return heal(target.sandbox ? { ...world, lookup: lookupInSandbox(project) } : world);
}

/** The sandbox's state is a file: reading it costs nothing, and nearly always there is nothing to heal. */
async function exportDeployment({ project, stack, target }: HealContext): Promise<Deployment> {
  if (!target.sandbox) return JSON.parse(await runPulumi(stack, ["stack", "export"])) as Deployment;
  const text = readFileSync(stateFile(project, stack.name), "utf8");
  const { version, checkpoint } = JSON.parse(text) as {
    version: number;
    checkpoint: { latest?: Deployment["deployment"] };
  };
  return { version, deployment: checkpoint.latest ?? {} };
}

async function importDeployment({ stack, folder }: HealContext, deployment: Deployment) {
  const file = path.join(folder, "state.json");
  writeFileSync(file, JSON.stringify(deployment), { mode: 0o600 });
  await runPulumi(stack, ["stack", "import", "--file", file]);
}

async function importResources(
  { stack, folder, configFile, target }: HealContext,
  content: object,
  salt: string | undefined,
) {
  const file = path.join(folder, "import.json");
  writeFileSync(file, JSON.stringify(content), { mode: 0o600 });
  // A person's own stack file has the salt of its state; a copy for the sandbox has none.
  if (target.sandbox && configFile && salt) putSalt(configFile, salt);
  const flags = ["--yes", "--skip-preview", "--protect=false", "--generate-code=false"];
  await runPulumi(stack, ["import", "--file", file, ...flags, ...configFlag(configFile)]);
}

async function refresh({ stack, configFile }: HealContext, urns: readonly string[]) {
  const targets = urns.flatMap((urn) => ["--target", urn]);
  await runPulumi(stack, [
    "refresh",
    "--yes",
    "--skip-preview",
    ...targets,
    ...configFlag(configFile),
  ]);
}

function putSalt(configFile: string, salt: string) {
  const document = parseDocument(readFileSync(configFile, "utf8"));
  document.set("encryptionsalt", salt);
  writeFileSync(configFile, document.toString({ lineWidth: 0 }), { mode: 0o600 });
}

function configFlag(configFile: string | undefined): string[] {
  return configFile ? ["--config-file", configFile] : [];
}

function lookupInSandbox(project: Project): NonNullable<HealWorld["lookup"]> {
  const { cloud } = sandboxFolders(project);
  return ({ urn }) => Promise.resolve(findByUrn(cloud, urn).map(({ id }) => id));
}
