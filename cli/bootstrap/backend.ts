import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CommandError, LocalWorkspace, type PulumiCommand, Stack } from "@pulumi/pulumi/automation";
import { UserError } from "../../core/errors";
import type { Deployment } from "../../state/checkpoint";
import { engineTrouble } from "../engine/failures";
import { runPulumi } from "../engine/pulumi";
import type { BootstrapProgram } from "./program";

/** Where the state of bootstrap is: in a folder until its bucket is made, then in that bucket. */
export interface Place {
  url: string;
  /** For every process of the engine. */
  env: Record<string, string>;
}

/** The bootstrap stack holds no secret, so that its passphrase may be empty and nobody can lose it. */
const common = { PULUMI_CONFIG_PASSPHRASE: "", PULUMI_SKIP_UPDATE_CHECK: "1" };

export function placeAt(url: string, env: Record<string, string> = {}): Place {
  return { url, env: { ...env, ...common, PULUMI_BACKEND_URL: url } };
}

export function folderPlace({ folder }: BootstrapProgram, env: Record<string, string>): Place {
  const state = path.join(folder, "state");
  mkdirSync(state, { recursive: true });
  return placeAt(`file://${state}`, env);
}

/** Whether a run that was stopped before it moved its state left it in the folder. */
export function isHalfDone({ folder, project }: BootstrapProgram, stack: string): boolean {
  return existsSync(path.join(folder, "state/.pulumi/stacks", project.name, `${stack}.json`));
}

export interface At {
  program: BootstrapProgram;
  command: PulumiCommand;
  stack: string;
}

export async function openAt({ program, command, stack }: At, place: Place): Promise<Stack> {
  return Stack.createOrSelect(stack, await workspaceAt(program, command, place));
}

/**
 * The stack in the bucket; undefined where there is no such bucket yet. Throws `UserError` (exit 2) when the bucket is there
 * and the stack is not, or when the bucket is not to be read: whose it is, only a person can tell.
 */
export async function selectAt(at: At, place: Place): Promise<Stack | undefined> {
  try {
    return await Stack.select(at.stack, await workspaceAt(at.program, at.command, place));
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    if (/NoSuchBucket|bucket does not exist/i.test(error.message)) return undefined;
    throw foreign(error.message, at, place);
  }
}

/** Moves the state of a stack into another backend; answers the stack there. The old one is kept until the new is read. */
export async function moveStack(at: At, from: Stack, to: Place): Promise<Stack> {
  const file = path.join(at.program.folder, "moving.json");
  const exported = await runPulumi(from, ["stack", "export"]);
  writeFileSync(file, exported, { mode: 0o600 });
  const moved = await openAt(at, to);
  await runPulumi(moved, ["stack", "import", "--file", file]);
  const arrived = await runPulumi(moved, ["stack", "export"]);
  if (urnsIn(arrived) !== urnsIn(readFileSync(file, "utf8"))) {
    throw new Error(`what ${to.url} holds is not what was moved there; ${file} has it all`);
  }
  rmSync(file);
  rmSync(path.join(at.program.folder, "state"), { recursive: true, force: true });
  return moved;
}

function urnsIn(text: string): string {
  const { deployment } = JSON.parse(text) as Deployment;
  return (deployment.resources ?? []).map(({ urn, id }) => `${urn} ${id ?? ""}`).join("\n");
}

function workspaceAt(
  { folder }: BootstrapProgram,
  pulumiCommand: PulumiCommand,
  { env }: Place,
): Promise<LocalWorkspace> {
  return LocalWorkspace.create({ workDir: folder, envVars: env, pulumiCommand });
}

function foreign(words: string, { program, stack }: At, { url }: Place): UserError {
  const where = { path: "groundwork:state.bucket" };
  const another = "name another bucket in groundwork:state, which is then made here";
  if (/no stack named/.test(words)) {
    const found = `${url} is there, and holds no stack ${stack} of ${program.project.name}: somebody else made it`;
    const fix = `keep state there without bootstrap (docs/guides/state.md), or ${another}`;
    return new UserError([{ where, found, fix }], 2);
  }
  if (/AccessDenied|Forbidden|StatusCode: 403/.test(words)) {
    const found = `${url} may not be read with these credentials: it is another account's, or they lack the right`;
    const fix = `use credentials of the account that holds it, or ${another}`;
    return new UserError([{ where, found, fix }], 2);
  }
  return engineTrouble(words, stack);
}
