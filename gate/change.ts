import { parseUrn } from "../core/urn";
import type { DeclaredResource } from "../core/resource";
import type { PropertyMap } from "../core/value";

/** A resource at one end of a change. Secrets in its inputs are masked, whatever is not known yet is `UNKNOWN`. */
export interface ResourceState {
  inputs: PropertyMap;
  protect: boolean;
  parent?: string;
}

/** One step of a preview, as the engine tells it. Several can be about one resource. */
export interface PreviewStep {
  urn: string;
  type: string;
  /** `same`, `create`, `update`, `delete`, `replace`, `create-replacement`, `delete-replaced` … */
  op: string;
  /** True for what no provider manages. */
  component?: boolean;
  old?: ResourceState;
  new?: ResourceState;
}

export type ChangeKind = "same" | "create" | "update" | "replace" | "delete";

/** What an update would do to one resource. */
export interface Change {
  urn: string;
  type: string;
  /** Logical name. */
  name: string;
  kind: ChangeKind;
  /** Absent for what is created. */
  before?: ResourceState;
  /** Absent for what is deleted. */
  after?: ResourceState;
}

/** Everything an update would do, sorted by URN. */
export interface ChangeSet {
  /** URN of the stack, the target of answers about all of it. */
  urn: string;
  changes: readonly Change[];
  /** All resources as they are deployed, and as they would be, for rules about sums. */
  before: readonly DeclaredResource[];
  after: readonly DeclaredResource[];
  /** True where the first update broke off: what is there is a part of what was to be made at once. */
  unfinished: boolean;
}

/** Of each resource by its URN, for each input the URNs that it was computed from. */
export type ComputedFrom = Readonly<Record<string, DeclaredResource["propertyDependencies"]>>;

/** What the steps of a preview do not tell, and the deployed state and the engine's plan do. */
export interface BesideSteps {
  before?: ComputedFrom | undefined;
  after?: ComputedFrom | undefined;
  unfinished?: boolean | undefined;
}

/** What each operation comes to for the resource. Others, such as reads, leave it as it is or are not ours. */
const kinds: Readonly<Record<string, ChangeKind>> = {
  same: "same",
  create: "create",
  import: "create",
  update: "update",
  replace: "replace",
  "create-replacement": "replace",
  "delete-replaced": "replace",
  "import-replacement": "replace",
  "read-replacement": "replace",
  delete: "delete",
};

/**
 * Where one resource has several steps, the first of these counts. A delete beside another operation only clears away
 * what an earlier, broken replacement left.
 */
const precedence: readonly ChangeKind[] = ["replace", "update", "create", "same", "delete"];

const stackType = "pulumi:pulumi:Stack";

export function changeSet(
  steps: readonly PreviewStep[],
  stackUrn: string,
  beside: BesideSteps = {},
): ChangeSet {
  const byUrn = new Map<string, PreviewStep[]>();
  for (const step of steps) {
    if (kinds[step.op]) byUrn.set(step.urn, [...(byUrn.get(step.urn) ?? []), step]);
  }
  const urn = steps.find(({ type }) => type === stackType)?.urn ?? stackUrn;
  const changes = [...byUrn.values()].map(toChange).sort((a, b) => (a.urn < b.urn ? -1 : 1));
  const components = new Set(steps.flatMap(({ urn, component }) => (component ? [urn] : [])));
  const endOf = (end: "before" | "after") =>
    changes.flatMap(({ urn, type, name, [end]: state }): DeclaredResource[] => {
      const custom = !components.has(urn) && type !== stackType;
      const propertyDependencies = beside[end]?.[urn] ?? {};
      return state ? [{ urn, type, name, custom, ...state, propertyDependencies }] : [];
    });
  const { unfinished = false } = beside;
  return { urn, changes, before: endOf("before"), after: endOf("after"), unfinished };
}

function toChange(steps: readonly PreviewStep[]): Change {
  const kind = precedence.find((one) => steps.some(({ op }) => kinds[op] === one)) ?? "same";
  const own = steps.filter(({ op }) => kinds[op] === kind);
  const before = kind === "create" ? undefined : first(own, "old");
  const after = kind === "delete" ? undefined : first(own, "new");
  const { urn = "", type = "" } = steps[0] ?? {};
  return {
    urn,
    type,
    name: parseUrn(urn).name,
    kind,
    ...(before && { before }),
    ...(after && { after }),
  };
}

function first(steps: readonly PreviewStep[], end: "old" | "new"): ResourceState | undefined {
  return steps.flatMap((step) => step[end] ?? [])[0];
}
