import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Stack } from "@pulumi/pulumi/automation";
import { parseDocument } from "yaml";
import { findByUrn } from "../sandbox/client";
import { importId } from "../catalogue/import-ids";
import type { Deployment, StateResource } from "../state/checkpoint";
import { type Mended, mendCutState } from "../state/cut-state";
import type { StackPlace } from "../state/file-backend";
import { type HealWorld, type Left, heal, lookAtLeft } from "../state/heal";
import { thisHost } from "../state/host";
import { importFile } from "../state/pending";
import type { Context } from "./context";
import { runPulumi, tryPulumi } from "./engine/pulumi";
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
  /** What a person says of what a killed run was making: ids by URN. */
  answers?: ReadonlyMap<string, readonly string[]>;
}

/** Settles what a killed run left in the state: its lock, and what it was making. */
export function healStack(context: HealContext): Promise<void> {
  return heal(worldOf(context));
}

/** What a killed run left in the state, without touching it. */
export function leftOf(context: HealContext): Promise<Left> {
  return lookAtLeft(worldOf(context));
}

function worldOf(context: HealContext): HealWorld {
  const { project, stack, target, note } = context;
  return {
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
    lookup: async (resource) =>
      context.answers?.get(resource.urn) ??
      (target.sandbox ? inSandbox(project, resource) : atProvider(context, resource)),
  };
}

/** The sandbox's state is a file: reading it costs nothing, and nearly always there is nothing to heal. */
export async function exportDeployment({
  project,
  stack,
  target,
}: HealContext): Promise<Deployment> {
  if (!target.sandbox) return JSON.parse(await runPulumi(stack, ["stack", "export"])) as Deployment;
  const text = readFileSync(stateFile(project, stack.name), "utf8");
  const { version, checkpoint } = JSON.parse(text) as {
    version: number;
    checkpoint: { latest?: Deployment["deployment"] };
  };
  return { version, deployment: checkpoint.latest ?? {} };
}

export async function importDeployment({ stack, folder }: HealContext, deployment: Deployment) {
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

export function putSalt(configFile: string, salt: string) {
  const document = parseDocument(readFileSync(configFile, "utf8"));
  document.set("encryptionsalt", salt);
  writeFileSync(configFile, document.toString({ lineWidth: 0 }), { mode: 0o600 });
}

function configFlag(configFile: string | undefined): string[] {
  return configFile ? ["--config-file", configFile] : [];
}

function inSandbox(project: Project, { urn }: StateResource): string[] {
  return findByUrn(sandboxFolders(project).cloud, urn).map(({ id }) => id);
}

/**
 * Asks the provider for the id that the inputs tell, by a preview of the engine's own import: nothing is changed. Undefined
 * where the inputs tell no id, or where the answer is neither yes nor no.
 */
async function atProvider(context: HealContext, resource: StateResource) {
  const { stack, folder, configFile } = context;
  const id = importId(resource.type, resource.inputs ?? {});
  if (id === undefined) return undefined;
  const file = path.join(folder, "lookup.json");
  writeFileSync(file, JSON.stringify(importFile([{ pending: resource, id }])), { mode: 0o600 });
  const flags = ["--preview-only", "--protect=false", "--generate-code=false"];
  const args = ["import", "--file", file, ...flags, ...configFlag(configFile)];
  const { failed, said } = await tryPulumi(stack, args);
  if (!failed) return [id];
  // `pkg/resource/deploy/step.go`, `ImportStep`: the provider read it and found nothing.
  return said.includes(`resource '${id}' does not exist`) ? [] : undefined;
}

/** Makes a sandbox's state readable again that a killed engine cut short, and says so. */
export function mendState({ clock, terminal }: Context, place: StackPlace): void {
  for (const part of mendCutState(place, thisHost(true), clock())) {
    terminal.note(`${mended[part]} of stack ${place.stack}, which a killed run had cut short`);
  }
}

const mended: Record<Mended, string> = {
  state: "took the one from before its last write for the state",
  attributes: "removed the attributes of the state file",
};
