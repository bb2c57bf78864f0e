import type { Value } from "./value";

/** What JSON text says; undefined where the text is no JSON. */
export function parseJson(text: string): Value | undefined {
  try {
    return JSON.parse(text) as Value;
  } catch {
    return undefined;
  }
}
