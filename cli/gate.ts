import { readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import type { Stack } from "@pulumi/pulumi/automation";
import { earlyConfig } from "../policies/host/early";
import { profileOf } from "../config/profile";
import { UserError } from "../core/errors";
import { type Approval, objections } from "../gate/approval";
import { type GateInputs, digestOf, sha256 } from "../gate/digest";
import { readProject, readTree } from "../gate/read";
import { version } from "../package.json";
import type { Context } from "./context";
import { stateFile } from "./engine/stack";
import type { Target } from "./engine/target";
import { installedPack, packFolder } from "./pack";
import type { Project } from "./project";
import type { StackInput } from "./stack-input";

/** What the gate looks at. */
export interface Gated {
  context: Context;
  project: Project;
  input: StackInput;
  target: Target;
  stack: Stack;
  engineVersion: string;
}

/** Everything that decides what an update does, as it is now; `deployed` where the state was read already. */
export async function gateInputs(gated: Gated, deployed?: Deployment): Promise<GateInputs> {
  const { context, project, input, target, engineVersion } = gated;
  const pack = installedPack(context);
  return {
    files: {
      ...readProject({
        root: project.root,
        stack: input.stack,
        // Compiled from the files that count already, and written anew by every set-up.
        leaveOut: [path.join(realpathSync(context.packageRoot), "dist")],
      }),
      // As this command read it: what lies there now may be another text already.
      [path.basename(input.file.file)]: sha256(input.text),
    },
    pack: readTree(packFolder(context)),
    versions: { groundwork: version, engine: engineVersion, [pack.name]: pack.version },
    settings: digestOf(earlyConfig(profileOf(input.settings))),
    target: target.label,
    state: digestOf(deployed ?? (await deployedState(gated))),
  };
}

export interface Deployment {
  resources?: unknown[];
  pending_operations?: unknown[];
}

/** Resources and operations that never ended, without the times at which they were written. */
export async function deployedState({ project, input, target, stack }: Gated): Promise<Deployment> {
  const deployment = target.sandbox
    ? sandboxState(stateFile(project, input.stack))
    : ((await stack.exportStack()).deployment as Deployment | undefined);
  const { resources = [], pending_operations = [] } = deployment ?? {};
  return { resources, pending_operations };
}

/** What `pulumi stack export` would print, without starting the engine for it. */
function sandboxState(file: string): Deployment | undefined {
  const state = JSON.parse(readFileSync(file, "utf8")) as { checkpoint?: { latest?: Deployment } };
  return state.checkpoint?.latest;
}

export interface Admission {
  stack: string;
  /** Where the approval lies, when an earlier command left it. */
  file?: string;
  approval: Approval | "unreadable";
  plan?: string;
  inputs: GateInputs;
  now: Date;
  maxHours: number;
}

/** Refuses an update that nobody approved as it is now, with everything that is different. */
export function admit({ stack, file, approval, ...now }: Admission): void {
  const found =
    approval === "unreadable"
      ? ["the approval cannot be read"]
      : objections(approval, { stack, ...now });
  if (found.length === 0) return;
  throw new UserError(
    found.map((text) => ({
      where: { ...(file !== undefined && { file }), path: `stack ${stack}` },
      found: `this is not what was approved: ${text}`,
      allowed: "exactly what the preview showed",
      fix: `run npx groundwork preview ${stack} again`,
    })),
  );
}
