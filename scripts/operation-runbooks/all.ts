import { operations } from "../../cli/operation-commands";
import { others } from "./others";
import { type Described, nameOf } from "./page";

/** Every operation, by name. */
export function describedOperations(): Described[] {
  const known = new Set(operations.map(nameOf));
  const more = others.filter((one) => !known.has(nameOf(one)));
  return [...operations, ...more].sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
}
