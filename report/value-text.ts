import { UNKNOWN, type Value } from "../core/value";

/** A judged value as people read it: text as it is, the rest as JSON. */
export function valueText(value: Value | undefined): string {
  if (value === undefined || value === null) return "nothing";
  if (value === UNKNOWN) return "not known yet";
  if (typeof value === "string") return value;
  return JSON.stringify(value, (_, one: unknown) => (one === UNKNOWN ? "not known yet" : one));
}
