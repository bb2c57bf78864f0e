import { UNKNOWN } from "../../core/value";

/** JSON for standard output; an unknown is a word, since leaving it out would look like absence. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, unknownAsWord, 2);
}

/** The same on one line: whoever reads several along tells by the line where one ends. */
export function toJsonLine(value: unknown): string {
  return JSON.stringify(value, unknownAsWord);
}

function unknownAsWord(_key: string, item: unknown): unknown {
  return item === UNKNOWN ? "[unknown]" : item;
}
