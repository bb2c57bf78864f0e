import { type Reading, readProperty, type Value } from "../../core/value";

/** A reading as text: what is known and is no text, number or boolean reads as absent. */
export function textOf(reading: Reading): string | undefined {
  if (reading.state !== "known") return undefined;
  const { value } = reading;
  return typeof value === "object" ? undefined : String(value);
}

/** The text at a path, when it is known. */
export function readText(root: Value, path: readonly (string | number)[]): string | undefined {
  return textOf(readProperty(root, path));
}
