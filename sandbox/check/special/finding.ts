import { isPropertyMap, UNKNOWN, type PropertyMap, type Value } from "../../../core/value";
import { type Path } from "../failure";

/** What is wrong, and where in the object that the check was given. */
export interface Finding {
  at: Path;
  reason: string;
}

/** Judges one object. Whatever is unknown in it is left alone. */
export type Special = (object: PropertyMap) => Finding[];

export function finding(at: Path, reason: string): Finding[] {
  return [{ at, reason }];
}

/** The elements of an array with their positions; nothing for what is absent or unknown. */
export function objectsIn(value: Value | undefined): [number, PropertyMap][] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: Value, i) =>
    isPropertyMap(item) ? [[i, item] as [number, PropertyMap]] : [],
  );
}

/** Undefined unless it is a number that is known. */
export function numberIn(value: Value | undefined): number | undefined {
  return typeof value === "number" ? value : undefined;
}

/** True when something is there, or may turn out to be. */
export function mayBeGiven(value: Value | undefined): boolean {
  return value !== undefined && value !== null;
}

/** True when something is there and known. */
export function isGiven(value: Value | undefined): boolean {
  return mayBeGiven(value) && value !== UNKNOWN;
}
