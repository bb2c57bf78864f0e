import { formatPath, type PathStep } from "./path";

const prefix = "stand-in-for-";

/** A text that stands where a secret's value would: it says which, and passes for an identifier. */
export function standIn(path: readonly PathStep[]): string {
  const name = formatPath(path).replace(/^groundwork:/, "");
  return prefix + name.replace(/[^A-Za-z0-9_]+/g, "-");
}

/** True for what `standIn` makes. */
export function isStandIn(value: unknown): boolean {
  return typeof value === "string" && value.startsWith(prefix);
}
