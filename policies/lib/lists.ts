import { type Reading, type Value, readProperty } from "../../core/value";

/** The items of a list that is known to be one; items may still be unknown. */
export function itemsOf(reading: Reading): readonly Value[] {
  if (reading.state !== "known" || !Array.isArray(reading.value)) return [];
  return reading.value as readonly Value[];
}

/** The items of the list at a path. */
export function readItems(root: Value, path: readonly (string | number)[]): readonly Value[] {
  return itemsOf(readProperty(root, path));
}

/** The items of what is written as a list or as the one thing that would be in it; none of what is left out. */
export function listed(value: Value | undefined): readonly Value[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly Value[]) : [value];
}
