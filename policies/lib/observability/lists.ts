import { type Reading, type Value, readProperty } from "../../../core/value";

/** The items of a list that is known to be one; items may still be unknown. */
export function itemsOf(reading: Reading): readonly Value[] {
  if (reading.state !== "known" || !Array.isArray(reading.value)) return [];
  return reading.value as readonly Value[];
}

/** The items of the list at a path. */
export function readItems(root: Value, path: readonly (string | number)[]): readonly Value[] {
  return itemsOf(readProperty(root, path));
}
