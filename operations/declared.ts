import type { DeclaredResource } from "../core/resource";
import { isPropertyMap, type PropertyMap, type Value } from "../core/value";

/* What operations read of declared resources. What is of another form, or not known yet, reads as not there. */

export const textIn = (map: PropertyMap, name: string): string | undefined => {
  const value = map[name];
  return typeof value === "string" && value !== "" ? value : undefined;
};

export const numberIn = (map: PropertyMap, name: string): number | undefined => {
  const value = map[name];
  return typeof value === "number" ? value : undefined;
};

export const mapIn = (map: PropertyMap, name: string): PropertyMap => asMap(map[name]);

export const mapsIn = (map: PropertyMap, name: string): PropertyMap[] => {
  const value = map[name];
  return Array.isArray(value) ? (value as readonly Value[]).filter(isPropertyMap) : [];
};

/** Entries whose values are maps. */
export const mapEntriesIn = (map: PropertyMap, name: string): [string, PropertyMap][] =>
  Object.entries(mapIn(map, name)).flatMap(([key, value]) =>
    isPropertyMap(value) ? [[key, value] as [string, PropertyMap]] : [],
  );

export const ofType = (
  resources: readonly DeclaredResource[],
  type: string,
): readonly DeclaredResource[] => resources.filter((resource) => resource.type === type);

/** Inputs of the one resource of a type; empty where there is none. */
export const inputsOf = (resources: readonly DeclaredResource[], type: string): PropertyMap =>
  ofType(resources, type)[0]?.inputs ?? {};

function asMap(value: Value | undefined): PropertyMap {
  return isPropertyMap(value) ? value : {};
}
