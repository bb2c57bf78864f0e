/** Stands where a value is not known yet, at any depth: an output of something that does not exist so far. */
export const UNKNOWN: unique symbol = Symbol("unknown");

/** A property value as a rule sees it: JSON, with `UNKNOWN` where the engine cannot tell. */
export type Value =
  null | boolean | number | string | typeof UNKNOWN | readonly Value[] | PropertyMap;

export interface PropertyMap {
  readonly [name: string]: Value | undefined;
}

/** What reading one property can yield. An absent property and an unknown one are never the same answer. */
export type Reading =
  | { state: "known"; value: Exclude<Value, typeof UNKNOWN> }
  | { state: "unknown" }
  | { state: "absent" };

export function isPropertyMap(value: Value | undefined): value is PropertyMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Reads a property by its path: `["route", "headers", "Content-Security-Policy"]`, `["rules", 0, "name"]`.
 * An unknown anywhere on the way makes the answer unknown; a missing or null step makes it absent.
 */
export function readProperty(root: Value, path: readonly (string | number)[]): Reading {
  let here: Value | undefined = root;
  for (const step of path) {
    if (here === UNKNOWN) return { state: "unknown" };
    here = child(here, step);
  }
  if (here === UNKNOWN) return { state: "unknown" };
  if (here === undefined || here === null) return { state: "absent" };
  return { state: "known", value: here };
}

/** True when the value, or anything inside it, is unknown. */
export function holdsUnknown(value: Value | undefined): boolean {
  if (value === UNKNOWN) return true;
  if (Array.isArray(value)) return value.some(holdsUnknown);
  return isPropertyMap(value) && Object.values(value).some(holdsUnknown);
}

function child(value: Value | undefined, step: string | number): Value | undefined {
  if (Array.isArray(value)) return typeof step === "number" ? (value[step] as Value) : undefined;
  return isPropertyMap(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}
