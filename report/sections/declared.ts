import { groupBy } from "../../core/group";
import { withoutSecrets } from "../../core/open-inputs";
import type { DeclaredResource } from "../../core/resource";
import { type Value, isPropertyMap, readProperty } from "../../core/value";

/** What a stack declares, as sections ask for it. No secret can be read out of it. */
export interface Declared {
  all: readonly DeclaredResource[];
  ofType: (...types: readonly string[]) => readonly DeclaredResource[];
  get: (urn: string | undefined) => DeclaredResource | undefined;
  /** Resources whose property was computed from `target`, or holds its id. */
  namedBy: (property: string, target: DeclaredResource) => readonly DeclaredResource[];
}

export function declared(resources: readonly DeclaredResource[]): Declared {
  const all = resources.map(withoutSecrets);
  const byType = groupBy(all, ({ type }) => type);
  const byUrn = new Map(all.map((one) => [one.urn, one]));
  const naming = new Map<string, Map<string, DeclaredResource[]>>();
  return {
    all,
    ofType: (...types) => types.flatMap((type) => byType.get(type) ?? []),
    get: (urn) => (urn === undefined ? undefined : byUrn.get(urn)),
    namedBy(property, target) {
      const names = naming.get(property) ?? namesBy(property, all);
      naming.set(property, names);
      const id = target.outputs?.id;
      const found = [
        ...(names.get(target.urn) ?? []),
        ...(typeof id === "string" ? (names.get(`id ${id}`) ?? []) : []),
      ];
      return [...new Set(found)];
    },
  };
}

/** By what the property of each names: URNs, as the engine tells dependencies, and ids. */
function namesBy(property: string, all: readonly DeclaredResource[]) {
  const named = all.flatMap((one) => {
    const ids = texts(one.inputs[property]).map((id) => `id ${id}`);
    const keys = new Set([...(one.propertyDependencies[property] ?? []), ...ids]);
    return [...keys].map((key) => ({ key, one }));
  });
  const groups = groupBy(named, ({ key }) => key);
  return new Map([...groups].map(([key, items]) => [key, items.map(({ one }) => one)]));
}

/** The text, number or switch at a path, where it is known. */
export function textAt(root: Value, ...path: (string | number)[]): string | undefined {
  const reading = readProperty(root, path);
  if (reading.state !== "known" || typeof reading.value === "object") return undefined;
  return String(reading.value);
}

/** Texts of what is a text, a list or a map of them; none of what is not known. */
export function texts(value: Value | undefined): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return (value as readonly Value[]).flatMap(texts);
  return isPropertyMap(value) ? Object.values(value).flatMap(texts) : [];
}

/** Texts of the list or map at a path. */
export function textsAt(root: Value, ...path: (string | number)[]): string[] {
  const reading = readProperty(root, path);
  return reading.state === "known" ? texts(reading.value) : [];
}

/** The entries of the map at a path; none where it is not known. */
export function entriesAt(root: Value, ...path: (string | number)[]): [string, Value][] {
  const reading = readProperty(root, path);
  if (reading.state !== "known" || !isPropertyMap(reading.value)) return [];
  return Object.entries(reading.value).flatMap(([key, value]): [string, Value][] =>
    value === undefined ? [] : [[key, value]],
  );
}

/** The items of the list at a path; none where it is not known. */
export function itemsAt(root: Value, ...path: (string | number)[]): readonly Value[] {
  const reading = readProperty(root, path);
  if (reading.state !== "known" || !Array.isArray(reading.value)) return [];
  return reading.value as readonly Value[];
}
