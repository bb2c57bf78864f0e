import { UNKNOWN } from "../../core/value";

/** JSON for standard output; an unknown is a word, since leaving it out would look like absence. */
export function toJson(value: unknown): string {
  const replacer = (_key: string, item: unknown) => (item === UNKNOWN ? "[unknown]" : item);
  return JSON.stringify(value, replacer, 2);
}
