import { parseUrn } from "../core/urn";
import { currentResource, pendingCreates, type Deployment, type StateResource } from "./checkpoint";

/** What to do about the creates that a killed run left pending. Every one of them is in one of these lists. */
export interface RecoveryPlan {
  /** Made, and not in the state: to be imported. */
  adopt: Found[];
  /** Made, while the state still holds the one that it replaces. */
  replace: Found[];
  /** Made and recorded, by a recovery that was stopped itself. */
  recorded: Found[];
  /** Nothing was made. */
  clear: StateResource[];
  /** Nobody but a person can decide. */
  refuse: Refusal[];
}

export interface Found {
  pending: StateResource;
  id: string;
}

export interface Refusal {
  pending: StateResource;
  why: string;
}

/** The file of `pulumi import --file` (`pkg/cmd/pulumi/operations/import.go`, `importFile`). */
export interface ImportFile {
  nameTable: Record<string, string>;
  resources: ImportSpec[];
}

export interface ImportSpec {
  type: string;
  /** The engine's handle for this entry, unique in the file. */
  name: string;
  /** The resource's own name: the last part of its URN. */
  logicalName: string;
  id: string;
  /** Names of the table; without a parent the stack is it. */
  parent?: string;
  provider?: string;
  /** Taken for what a provider does not give back, such as a password; secrets stay encrypted. */
  inputs?: Record<string, unknown>;
}

const rootStackType = "pulumi:pulumi:Stack";

/** Decides for each pending create; `found` holds by URN the ids of everything that exists under it. */
export function planRecovery(
  state: Deployment,
  found: ReadonlyMap<string, readonly string[]>,
): RecoveryPlan {
  const plan: RecoveryPlan = { adopt: [], replace: [], recorded: [], clear: [], refuse: [] };
  for (const pending of pendingCreates(state)) {
    const known = idsInState(state, pending.urn);
    const ids = found.get(pending.urn) ?? [];
    const made = ids.filter((id) => !known.includes(id));
    decide(plan, { pending, made, current: currentResource(state, pending.urn), ids });
  }
  return plan;
}

interface Case {
  pending: StateResource;
  /** Ids that exist and that the state does not know. */
  made: string[];
  current: StateResource | undefined;
  ids: readonly string[];
}

function decide(plan: RecoveryPlan, { pending, made, current, ids }: Case): void {
  const [id, ...more] = made;
  if (more.length > 0) {
    plan.refuse.push({
      pending,
      why: `several exist that the state does not know: ${made.join(", ")}`,
    });
  } else if (id === undefined && current?.id && ids.includes(current.id)) {
    plan.recorded.push({ pending, id: current.id });
  } else if (id === undefined) {
    plan.clear.push(pending);
  } else if (!current) {
    plan.adopt.push({ pending, id });
  } else if (current.protect && !current.pendingReplacement) {
    plan.refuse.push({
      pending,
      why: `${id} would replace ${current.id ?? "it"}, which is protected`,
    });
  } else {
    plan.replace.push({ pending, id });
  }
}

function idsInState({ deployment }: Deployment, urn: string): string[] {
  const resources = deployment.resources ?? [];
  return resources.flatMap((resource) => (resource.urn === urn && resource.id) || []);
}

/** Imports each under the very URN that was pending: the parent's types come from the name table. */
export function importFile(adoptions: readonly Found[]): ImportFile {
  const names = new Map<string, string>();
  const nameOf = (urn: string) => {
    const name = names.get(urn) ?? `known-${names.size}`;
    names.set(urn, name);
    return name;
  };
  const resources = adoptions.map(({ pending, id }, index): ImportSpec => {
    const { parent, provider, inputs } = pending;
    return {
      type: pending.type,
      name: `pending-${index}`,
      logicalName: parseUrn(pending.urn).name,
      id,
      ...(parent && parseUrn(parent).type !== rootStackType && { parent: nameOf(parent) }),
      ...(provider && { provider: nameOf(providerUrn(provider)) }),
      ...(inputs && { inputs }),
    };
  });
  const nameTable = Object.fromEntries([...names].map(([urn, name]) => [name, urn]));
  return { nameTable, resources };
}

/** `<urn>::<id>` → `<urn>`: the id itself holds no `::`. */
function providerUrn(reference: string): string {
  return reference.slice(0, reference.lastIndexOf("::"));
}
