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
import { fileBackendFolder, type StackPlace } from "./file-backend";
import type { Host } from "./host";
import { type DeadLock, deadLocks, removeDeadLocks } from "./lock";
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
  /** Ids of everything that exists for this resource; undefined where nobody can tell. */
  lookup(resource: StateResource): Promise<readonly string[] | undefined>;
}

/** What a killed run left of a stack. */
export interface Left {
  /** Locks whose holders are gone. */
  locks: readonly DeadLock[];
  /** What it was making. */
  pending: readonly StateResource[];
}

/** Looks at what a killed run left, and touches nothing. Throws `UserError` (exit 2) when a lock is held. */
export async function lookAtLeft(world: HealWorld): Promise<Left> {
  const place = placeOf(world);
  const locks = place ? deadLocks(place, world.host, world.now()) : [];
  return { locks, pending: pendingCreates(await world.exportDeployment()) };
}

/**
 * Heals what a killed run left: removes its lock when its holder is provably gone, and settles each create that it
 * left pending: what was made is adopted under its URN, what was not is forgotten. Never by
 * `refresh --import-pending-creates`, which drops pending creates unread in engine 3.259.
 * Throws `UserError` (exit 2) when a lock is held, or when a person has to decide.
 */
export async function heal(world: HealWorld): Promise<void> {
  const place = placeOf(world);
  if (place) {
    removeDeadLocks(place, world.host, {
      now: () => world.now(),
      note: (line) => world.note(line),
    });
  }
  const state = await world.exportDeployment();
  const pending = pendingCreates(state);
  if (pending.length === 0) return;
  const plan = planRecovery(state, await lookUpAll(world, pending, place === undefined));
  if (plan.refuse.length > 0) throw new UserError(plan.refuse.map(toProblem), 2);
  await carryOut(world, state, plan);
}

function placeOf({ backendUrl, cwd, project, stack }: HealWorld): StackPlace | undefined {
  const folder = fileBackendFolder(backendUrl, cwd);
  return folder === undefined ? undefined : { folder, project, stack };
}

async function lookUpAll(
  world: HealWorld,
  pending: readonly StateResource[],
  mayRun: boolean,
): Promise<Map<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  const unsure: StateResource[] = [];
  for (const resource of pending) {
    const ids = await world.lookup(resource);
    if (ids) found.set(resource.urn, ids);
    else unsure.push(resource);
  }
  if (unsure.length === 0) return found;
  throw new UserError(
    unsure.map((each) => unsearchable(each, world.stack, mayRun)),
    2,
  );
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
      `${mayRun ? "wait for a run that goes on; else " : ""}look for it at the provider; if it is there: ` +
      `groundwork recover ${stack} --adopt ${parseUrn(pending.urn).name}=ID; if not: groundwork recover ${stack} --forget ${parseUrn(pending.urn).name}`,
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
export function describe({ urn, type }: StateResource): string {
  return `${shortType(type)} ${parseUrn(urn).name}`;
}
