import type { DeclaredResource } from "../core/resource";
import { parseUrn } from "../core/urn";
import { readText } from "./lib/text";

/** The stack's resources as rules ask for them. Built in one pass; every list is in the order of URNs. */
export interface StackView {
  /** URN of the stack itself, the target of stack-wide answers. */
  urn: string;
  resources: readonly DeclaredResource[];
  ofType(type: string): readonly DeclaredResource[];
  get(urn: string): DeclaredResource | undefined;
  /**
   * Resources of a type whose property names `target`: computed from it, or equal to its known id.
   * Property dependencies are complete at preview, when ids are not.
   */
  dependents(target: DeclaredResource, type: string, property: string): readonly DeclaredResource[];
}

const stackType = "pulumi:pulumi:Stack";

export function stackView(declared: readonly DeclaredResource[], stackName: string): StackView {
  const resources = declared.toSorted(byUrn);
  const types = groupBy(resources, ({ type }) => [type]);
  const urns = new Map(resources.map((resource) => [resource.urn, resource]));
  const joins = new Map<string, Map<string, DeclaredResource[]>>();
  const ofType = (type: string) => types.get(type) ?? [];
  return {
    urn: ofType(stackType)[0]?.urn ?? stackUrn(resources[0], stackName),
    resources,
    ofType,
    get: (urn) => urns.get(urn),
    dependents(target, type, property) {
      const join = `${type} ${property}`;
      const named = joins.get(join) ?? groupBy(ofType(type), (one) => namedBy(one, property));
      joins.set(join, named);
      const found = namesOf(target).flatMap((name) => named.get(name) ?? []);
      return [...new Set(found)].sort(byUrn);
    },
  };
}

/** How a property can name a resource: its URN, by which the engine tells dependencies, or its id. */
function namesOf(target: DeclaredResource): string[] {
  const id = readText(target.outputs ?? {}, ["id"]);
  return id === undefined ? [target.urn] : [target.urn, `id ${id}`];
}

function namedBy(resource: DeclaredResource, property: string): readonly string[] {
  const computedFrom = resource.propertyDependencies[property] ?? [];
  const id = readText(resource.inputs, [property]);
  return id === undefined ? computedFrom : [...computedFrom, `id ${id}`];
}

function stackUrn(sibling: DeclaredResource | undefined, stackName: string): string {
  const project = sibling ? parseUrn(sibling.urn).project : "unknown";
  return `urn:pulumi:${stackName}::${project}::${stackType}::${project}-${stackName}`;
}

function groupBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

function byUrn(a: DeclaredResource, b: DeclaredResource): number {
  return a.urn < b.urn ? -1 : a.urn > b.urn ? 1 : 0;
}
