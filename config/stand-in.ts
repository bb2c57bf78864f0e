import { formatPath, type PathStep } from "./path";

/** What every stand-in begins with. The offline run takes a text that holds it for unknown. */
export const standInPrefix = "stand-in-for-";

/** A text that stands where a secret's value would: it says which, and passes for an identifier. */
export function standIn(path: readonly PathStep[]): string {
  const name = formatPath(path).replace(/^groundwork:/, "");
  return standInPrefix + name.replace(/[^A-Za-z0-9_]+/g, "-");
}

/** True for what `standIn` makes. */
export function isStandIn(value: unknown): boolean {
  return typeof value === "string" && value.startsWith(standInPrefix);
}
