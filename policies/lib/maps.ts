import {
  type PropertyMap,
  type Reading,
  type Value,
  isPropertyMap,
  readProperty,
} from "../../core/value";

/** The map that is known to be one, of which values may still be unknown; otherwise an empty one. */
export function mapOf(reading: Reading): PropertyMap {
  return reading.state === "known" && isPropertyMap(reading.value) ? reading.value : {};
}

/** The map at a path. */
export function readMap(root: Value, path: readonly (string | number)[]): PropertyMap {
  return mapOf(readProperty(root, path));
}
