import { UserError, type Problem } from "../core/errors";
import { parseUrn, shortType } from "../core/urn";
import {
  passphraseSalt,
  pendingCreates,
  replaceResource,
  withoutPendingCreates,
  type Deployment,
  type StateResource,
} from "./checkpoint";
import { fileBackendFolder } from "./file-backend";
import type { Host } from "./host";
import { removeDeadLocks } from "./lock";
import {
  importFile,
  planRecovery,
  type Found,
  type ImportFile,
  type RecoveryPlan,
} from "./pending";

/** Everything that healing touches, so that it can be tried without an engine. */
export interface HealWorld {
  project: string;
  stack: string;
  /** Locks are looked after in `file://` backends only. */
  backendUrl: string;
  /** What a relative `file://` URL counts from. */
  cwd: string;
  host: Host;
  now(): Date;
  /** One line a thing done. */
  note(line: string): void;
  /** `pulumi stack export`. */
  exportDeployment(): Promise<Deployment>;
  /** `pulumi stack import`. */
  importDeployment(deployment: Deployment): Promise<void>;
  /**
   * `pulumi import --file … --yes --skip-preview --protect=false --generate-code=false`. Secret inputs in the file are
   * encrypted with the state's own salt: a copy of the stack file that is handed over must hold it (`encryptionsalt`).
   */
  importResources(file: ImportFile, salt: string | undefined): Promise<void>;
  /** `pulumi refresh --target …`: fills in the outputs of what was adopted in the place of another. */
  refresh(urns: readonly string[]): Promise<void>;
  /** Ids of everything that exists for this resource; absent where nobody can look it up. */
  lookup?(resource: StateResource): Promise<readonly string[]>;
}

/**
 * Heals what a killed run left: removes its lock when its holder is provably gone, and settles each create that it
 * left pending: what was made is adopted under its URN, what was not is forgotten. Never by
 * `refresh --import-pending-creates`, which drops pending creates unread in engine 3.259.
 * Throws `UserError` (exit 2) when a lock is held, or when a person has to decide.
 */
export async function heal(world: HealWorld): Promise<void> {
  const folder = fileBackendFolder(world.backendUrl, world.cwd);
  if (folder !== undefined) {
    const { project, stack, host } = world;
    removeDeadLocks({ folder, project, stack }, host, {
      now: () => world.now(),
      note: (line) => world.note(line),
    });
  }
  const state = await world.exportDeployment();
  const pending = pendingCreates(state);
  if (pending.length === 0) return;
  const plan = planRecovery(state, await lookUpAll(world, pending, folder === undefined));
  if (plan.refuse.length > 0) throw new UserError(plan.refuse.map(toProblem), 2);
  await carryOut(world, state, plan);
}

async function lookUpAll(
  world: HealWorld,
  pending: readonly StateResource[],
  mayRun: boolean,
): Promise<Map<string, readonly string[]>> {
  if (!world.lookup)
    throw new UserError(
      pending.map((each) => unsearchable(each, world.stack, mayRun)),
      2,
    );
  const found = new Map<string, readonly string[]>();
  for (const resource of pending) found.set(resource.urn, await world.lookup(resource));
  return found;
}

/** Replacements first and the pending list last: stopped at any point, the next run finds the rest to do. */
async function carryOut(world: HealWorld, state: Deployment, plan: RecoveryPlan): Promise<void> {
  if (plan.replace.length > 0) {
    const replaced = plan.replace.reduce((all, each) => replaceResource(all, made(each)), state);
    await world.importDeployment(replaced);
  }
  const unread = [...plan.replace, ...plan.recorded].map(({ pending }) => pending.urn);
  if (unread.length > 0) await world.refresh(unread);
  if (plan.adopt.length > 0) {
    await world.importResources(importFile(plan.adopt), passphraseSalt(state));
  }
  const settled = [...plan.adopt, ...plan.replace, ...plan.recorded].map(({ pending }) => pending);
  const urns = [...settled, ...plan.clear].map(({ urn }) => urn);
  await world.importDeployment(withoutPendingCreates(await world.exportDeployment(), urns));
  for (const { pending, id } of [...plan.adopt, ...plan.replace, ...plan.recorded]) {
    world.note(`adopted ${describe(pending)} (${id}), which a killed run had made`);
  }
  for (const pending of plan.clear) {
    world.note(`forgot ${describe(pending)}, which a killed run had not made yet`);
  }
}

function made({ pending, id }: Found): StateResource {
  return { ...pending, id, outputs: {} };
}

/** Only locks in a folder can be read from here, so that elsewhere the run may still be at it. */
function unsearchable(pending: StateResource, stack: string, mayRun: boolean): Problem {
  const run = mayRun ? "a run that still goes on, or was killed," : "a killed run";
  return {
    where: { path: pending.urn },
    found: `${run} was making ${describe(pending)}, and nobody can tell from here whether it exists`,
    allowed: "every pending create settled before the next update, else it may be made twice",
    fix:
      `${mayRun ? "wait for a run that goes on; else " : ""}look for it at the provider; if it is there: pulumi import --stack ${stack} --file FILE with its id ` +
      `(parent and provider through nameTable); then: pulumi refresh --stack ${stack} --clear-pending-creates`,
  };
}

function toProblem({ pending, why }: { pending: StateResource; why: string }): Problem {
  return {
    where: { path: pending.urn },
    found: `a killed run was making ${describe(pending)}: ${why}`,
    fix: "delete at the provider what should not be there, then run this again",
  };
}

/** `vercel Project web`. */
function describe({ urn, type }: StateResource): string {
  return `${shortType(type)} ${parseUrn(urn).name}`;
}
