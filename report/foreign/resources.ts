import type { DeclaredResource } from "../../core/resource";
import { parseUrn } from "../../core/urn";
import type { ForeignEvent } from "./events";

type Step = NonNullable<ForeignEvent["resourcePreEvent"]>["metadata"];

/** Steps after which the resource is not the program's: gone, or only read. */
const notDeclared = /^(delete|discard|read|remove-pending-replace)/;

/** Inputs that a report tells. No other is taken along: an engine masks secrets where it knows of them, and no further. */
const told = ["region", "primaryRegion"] as const;

/** What a run declares, as far as its steps tell it. */
export function resourcesOf(events: readonly ForeignEvent[]): DeclaredResource[] {
  const byUrn = new Map<string, DeclaredResource>();
  for (const { op, urn, type, new: after } of stepsOf(events)) {
    if (!after || notDeclared.test(op)) continue;
    const inputs = told.flatMap((name) => {
      const value = after.inputs?.[name];
      return typeof value === "string" ? [[name, value] as const] : [];
    });
    byUrn.set(urn, {
      urn,
      type,
      name: parseUrn(urn).name,
      custom: after.custom,
      ...(after.parent !== "" && { parent: after.parent }),
      protect: after.protect,
      inputs: Object.fromEntries(inputs),
      propertyDependencies: {},
    });
  }
  return [...byUrn.values()];
}

/** What a run does with what somebody declared, as reports tell it. */
export interface ForeignChange {
  urn: string;
  operation: "create" | "update" | "replace" | "delete";
  failed?: true;
  /** Top-level inputs that differ. */
  properties: readonly string[];
  /** Nobody here knows what changes of a foreign resource mean. */
  meaning: readonly [];
}

/** By the engine's steps; one that is not here leaves a resource as it is. */
const operations: Readonly<Record<string, ForeignChange["operation"]>> = {
  create: "create",
  import: "create",
  update: "update",
  replace: "replace",
  "create-replacement": "replace",
  "delete-replaced": "replace",
  delete: "delete",
  discard: "delete",
};

/** What a run changes, once for each resource: not the stack itself, nor providers. */
export function changesOf(events: readonly ForeignEvent[]): ForeignChange[] {
  const failed = new Set(events.map(({ resOpFailedEvent }) => resOpFailedEvent?.metadata.urn));
  const changes = new Map<string, ForeignChange>();
  for (const { op, urn, type, diffs } of stepsOf(events)) {
    const operation = operations[op];
    if (!operation || type.startsWith("pulumi:")) continue;
    const properties = [...new Set([...(changes.get(urn)?.properties ?? []), ...diffs])];
    const broke = failed.has(urn) && { failed: true as const };
    changes.set(urn, { urn, operation, ...broke, properties, meaning: [] });
  }
  return [...changes.values()];
}

function stepsOf(events: readonly ForeignEvent[]): Step[] {
  return events.flatMap(({ resourcePreEvent }) => resourcePreEvent?.metadata ?? []);
}
