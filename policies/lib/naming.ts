import type { DeclaredResource } from "../../core/resource";
import { readProperty } from "../../core/value";
import type { StackView } from "../stack-view";
import { readText } from "./text";

/** How resources of some types say to which other one they belong. */
export interface Naming {
  types: readonly string[];
  /** Their input that names the other one. */
  names: string;
  /** The other one's input that gives its name. */
  own: string;
}

export interface Namers {
  /** Those that name it, by an output of it or by its name. */
  of: (named: DeclaredResource) => readonly DeclaredResource[];
  /** Whether there is one that may belong to any. */
  someUndecided: boolean;
}

/** Resources that say something about another one, by the one that they name. */
export function namersOf(stack: StackView, { types, names, own }: Naming): Namers {
  const all = types.flatMap((type) => stack.ofType(type));
  const named = new Map<string, DeclaredResource[]>();
  for (const one of all) {
    const name = readText(one.inputs, [names]);
    if (name !== undefined) named.set(name, [...(named.get(name) ?? []), one]);
  }
  return {
    of: (other) => {
      const name = readText(other.inputs, [own]);
      const byName = name === undefined ? [] : (named.get(name) ?? []);
      const computed = types.flatMap((type) => stack.dependents(other, type, names));
      return [...new Set([...computed, ...byName])];
    },
    someUndecided: all.some(
      ({ inputs, propertyDependencies }) =>
        readProperty(inputs, [names]).state === "unknown" &&
        !(propertyDependencies[names] ?? []).some((urn) => stack.get(urn)),
    ),
  };
}
